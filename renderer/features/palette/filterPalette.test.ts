import { expect, test } from "vitest";
import { filterPalette, matchScore, sessionsGroup } from "./filterPalette.ts";

const entries = [
  {
    group: "Go",
    actions: [
      { id: "go-data", label: "Go to Data", keywords: ["sandbox"] },
      { id: "go-settings", label: "Go to Settings", keywords: ["keys", "data"] },
    ],
  },
  { group: sessionsGroup, actions: [{ id: "session:1", label: "Shop A migration" }] },
];

test("a name that begins with the word goes before one that contains it, and that before a keyword", () => {
  expect(matchScore(["go"], "Go to Data", [])).toBeGreaterThan(matchScore(["data"], "Go to Data", []));
  expect(matchScore(["data"], "Go to Data", [])).toBeGreaterThan(matchScore(["keys"], "Go to Settings", ["keys"]));
  expect(matchScore(["go", "nowhere"], "Go to Data", [])).toBe(0);
});

test("a query finds actions by name and keyword, the name first", () => {
  expect(filterPalette("data", entries)).toEqual([{ group: "Go", actions: entries[0]?.actions }]);
});

test("sessions are offered once one searches", () => {
  expect(filterPalette("", entries).map((entry) => "group" in entry && entry.group)).toEqual(["Go"]);
  expect(filterPalette("shop a", entries)).toEqual([entries[1]]);
});
