import type { Unkept } from "../../core/contract/events.ts";
import type { ExchangeSummary, Session } from "../../core/exchange/exchange.ts";

/** A row of the list, for tests: a plain event at position 1 unless `change` says otherwise. */
export function summary(change: Partial<ExchangeSummary> = {}): ExchangeSummary {
  return {
    id: "x1",
    session: "s1",
    seq: 1,
    position: 1,
    at: "2026-02-03T10:31:02.418Z",
    origin: "captured",
    parent: null,
    endpoint: "events",
    durationMs: 4.2,
    method: "POST",
    path: "/klaviyo/v1/api/events",
    status: 202,
    title: "Placed Order",
    subject: "jane.doe@example.com",
    requestBytes: 1100,
    nativeCalls: 1,
    nativePending: 0,
    findings: { lost: 0, changed: 0, assumed: 0, advice: 0, refused: 0 },
    isFaulted: false,
    leaves: 12,
    leavesMapped: 12,
    ...change,
  };
}

/** The session that a plain row is in. */
export const session: Session = {
  id: "s1",
  name: "One",
  note: "",
  tags: [],
  createdAt: "",
  exchanges: 1,
  bytes: 10,
  firstAt: null,
  lastAt: null,
};

export const noneUnkept: Unkept = { exchanges: 0, dropped: 0 };
