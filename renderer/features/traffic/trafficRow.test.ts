import { expect, test } from "vitest";
import { summary } from "../../live/summary.fixture.ts";
import { arrivalText, trafficRow } from "./trafficRow.ts";

const findings = { lost: 0, changed: 0, assumed: 0, advice: 0, refused: 0 };

test("a row is named by a sentence that says all that it shows", () => {
  const at = new Date(2026, 6, 15, 10, 31, 2).toISOString();
  const row = trafficRow(summary({ at, findings: { ...findings, lost: 2, assumed: 1 } }), new Date(2026, 6, 15, 12));
  expect(row.name).toBe(
    "Placed Order, jane.doe@example.com; POST events; answered 202 in 4.2 ms; 2 lost; 1 assumed; received at 10:31:02",
  );
});

test("a row of another day says which", () => {
  const at = new Date(2026, 6, 14, 23, 59, 59).toISOString();
  expect(trafficRow(summary({ at }), new Date(2026, 6, 15, 0, 1)).time).toBe("Jul 14, 23:59:59");
});

test("a client that went away has a dash for its status and no duration", () => {
  const row = trafficRow(summary({ status: null }));
  expect(row).toMatchObject({ status: "—", tone: "quiet", duration: "" });
  expect(row.name).toContain("not answered: the client went away");
});

test("a connection that was reset on purpose blames the fault and not the client", () => {
  const { name, tags } = trafficRow(summary({ status: null, isFaulted: true }));
  expect(name).toContain("not answered: the connection was reset on purpose");
  expect(tags).toEqual([{ text: "fault", tone: "quiet" }]);
});

test("an imported request without an answer blames nobody", () => {
  expect(trafficRow(summary({ status: null, origin: "imported" })).name).toContain("no answer on record");
});

test("a method other than POST is part of the second line", () => {
  expect(trafficRow(summary({ method: "GET", endpoint: "lists", subject: "" })).subject).toBe("GET lists");
  expect(trafficRow(summary()).subject).toBe("events · jane.doe@example.com");
});

test("a bulk request under way says how many native calls are not made", () => {
  expect(trafficRow(summary({ nativePending: 1400 })).tags).toEqual([{ text: "1,400 not made", tone: "quiet" }]);
});

test("a rate limit is a warning, other refusals are errors", () => {
  expect([202, 404, 429, 502].map((status) => trafficRow(summary({ status })).tone)).toEqual([
    "good",
    "bad",
    "warn",
    "bad",
  ]);
});

test("arrivals are announced with the count and the newest", () => {
  expect(arrivalText(1200, summary())).toBe("1,200 exchanges. Newest: Placed Order, 202.");
  expect(arrivalText(0, undefined)).toBe("");
});
