import type { Exchange } from "../../exchange/exchange.ts";

/** A small profile request with its native call and answer, changed as a test needs it. */
export function sampleExchange(change: Partial<Exchange> = {}): Exchange {
  const body = '{"data":{"type":"profile","attributes":{"email":"ada@example.com"}}}';
  return {
    id: "x1",
    session: "s1",
    seq: 1,
    at: "2026-06-01T12:00:00.000Z",
    origin: "captured",
    parent: null,
    endpoint: "profiles",
    request: {
      method: "POST",
      path: "/klaviyo/v1/api/profiles",
      headers: [
        ["Host", "localhost:8020"],
        ["Authorization", "Klaviyo-API-Key ps_test_#1b0d223d3c31"],
        ["Content-Type", "application/json"],
      ],
      body,
    },
    native: [
      {
        request: { method: "POST", path: "/v1/profiles", headers: [], body: '{"email":"ada@example.com"}' },
        response: { status: 201, headers: [["Content-Type", "application/json"]], body: '{"id":"prof_1"}' },
        durationMs: 2,
      },
    ],
    response: {
      status: 201,
      headers: [["Content-Type", "application/vnd.api+json"]],
      body: '{"data":{"id":"prof_1"}}',
    },
    findings: [],
    durationMs: 9.5,
    ...change,
  };
}
