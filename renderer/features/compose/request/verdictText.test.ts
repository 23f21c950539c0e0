import { expect, test } from "vitest";
import { resolveRoute } from "../../../../core/klaviyo/route.ts";
import { createAnalyser } from "../analysis/analyseDraft.ts";
import { verdictText } from "./verdictText.ts";

const route = resolveRoute("POST", "/api/events");

function analysed(text: string) {
  return createAnalyser()({ endpoint: "events", text, metrics: {}, now: "2026-06-01T00:00:00.000Z", item: 0 });
}

test("a path that nobody serves, and a method that nobody takes, are refused as they are", () => {
  const unsupported = verdictText(resolveRoute("GET", "/api/lists"), undefined);
  expect(unsupported.status).toBe(404);
  expect(unsupported.text).toMatch(/^“lists” is not supported: /);
  expect(verdictText(resolveRoute("GET", "/api/events"), undefined)).toEqual({
    status: 405,
    text: "Only POST is allowed here",
  });
});

test("a body is valid with its number of native calls, or refused with its number of faults", () => {
  expect(verdictText(route, undefined).text).toBe("Translating…");
  expect(verdictText(route, analysed("{"))).toEqual({ status: 400, text: "Would be refused: 1 fault" });
  const metric = { data: { type: "metric", attributes: { name: "Opened" } } };
  const profile = { data: { type: "profile", attributes: { email: "jane@example.com" } } };
  const body = { data: { type: "event", attributes: { metric, profile, properties: {} } } };
  expect(verdictText(route, analysed(JSON.stringify(body)))).toEqual({
    status: undefined,
    text: "Valid · 1 native call",
  });
});
