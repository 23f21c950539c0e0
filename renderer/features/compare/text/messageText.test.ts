import { expect, test } from "vitest";
import type { Exchange } from "../../../../core/exchange/exchange.ts";
import { messageText } from "./messageText.ts";

const exchange: Exchange = {
  id: "e1",
  session: "s1",
  seq: 1,
  at: "2026-01-15T10:31:02.000Z",
  origin: "captured",
  parent: null,
  endpoint: "events",
  request: { method: "POST", path: "/api/events", headers: [["Revision", "2026-07-15"]], body: '{"a":1}' },
  native: [
    {
      request: { method: "POST", path: "/v1/events", headers: [], body: "plain" },
      response: null,
      durationMs: 1,
    },
    {
      request: { method: "POST", path: "/v1/events", headers: [], body: { base64: "/w==" } },
      response: { status: 201, headers: [], body: "" },
      durationMs: 1,
    },
  ],
  response: { status: 202, headers: [], body: "" },
  findings: [],
  durationMs: 5,
};

test("a message is read as its line, its headers and its body laid out", () => {
  expect(messageText(exchange, "klaviyo-request").text).toBe(
    'POST /api/events\nRevision: 2026-07-15\n\n{\n  "a": 1\n}',
  );
});

test("native calls stand one after the other, and one without an answer says so", () => {
  expect(messageText(exchange, "native-request").text).toBe("POST /v1/events\n\nplain\n\nPOST /v1/events\n\n/w==");
  expect(messageText(exchange, "native-response").text).toBe("No answer\n\n201\n\n");
});
