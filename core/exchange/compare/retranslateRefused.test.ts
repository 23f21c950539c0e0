import { expect, test } from "vitest";
import type { Exchange } from "../exchange.ts";
import { retranslate } from "./retranslate.ts";

const body = '{"data":{"type":"profile","attributes":{"email":"sam@example.com"}}}';
const conflict: Exchange = {
  id: "x",
  session: "s",
  seq: 1,
  at: "2026-02-03T10:31:02.418Z",
  origin: "captured",
  parent: null,
  endpoint: "profiles",
  request: { method: "POST", path: "/api/profiles", headers: [], body },
  native: [
    {
      request: { method: "POST", path: "/v1/profiles", headers: [], body: '{"email":"sam@example.com"}' },
      response: { status: 409, headers: [], body: "{}" },
      durationMs: 1,
    },
  ],
  response: { status: 409, headers: [], body: "{}" },
  findings: [
    {
      severity: "error",
      code: "duplicate-profile",
      kind: "refused",
      pointer: "/data/attributes",
      message: "It exists.",
    },
  ],
  durationMs: 1,
};

test("a refusal of the native API is no change of the rules", () => {
  const { verdict, goneFindings } = retranslate(
    { nativePending: 0, exchange: conflict, body: new TextEncoder().encode(body) },
    { metrics: {} },
  );
  expect([verdict, goneFindings]).toEqual(["same", []]);
});
