/** A recorded exchange for tests: an accepted event, with what a test says instead. */
import type { Exchange } from "../exchange.ts";

type Answered = NonNullable<Exchange["response"]>;

export function answered(body: Answered["body"], more: Partial<Answered> = {}): Answered {
  return { status: 202, headers: [["Content-Type", "application/vnd.api+json"]], body, ...more };
}

export function nativeCall(path: string, body: string, answer = '{"id":"evt_1"}'): Exchange["native"][number] {
  return {
    request: { method: "POST", path, headers: [], body },
    response: { status: 201, headers: [], body: answer },
    durationMs: 3,
  };
}

export function exchangeOf(more: Partial<Exchange> = {}): Exchange {
  return {
    id: "e1",
    session: "s1",
    seq: 1,
    at: "2026-01-15T10:31:02.000Z",
    origin: "captured",
    parent: null,
    endpoint: "events",
    request: { method: "POST", path: "/api/events", headers: [], body: "{}" },
    native: [],
    response: answered('{"data":{"type":"event","id":"evt_1"}}'),
    findings: [],
    durationMs: 5,
    ...more,
  };
}
