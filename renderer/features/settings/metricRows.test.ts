import { expect, test } from "vitest";
import { isSameTable, nextRowId, rowProblems, rowsOf, tableOf } from "./metricRows.ts";

const row = (id: number, metric: string, eventType: string) => ({ id, metric, eventType });

test("a table becomes rows and rows a table", () => {
  const rows = rowsOf({ "Placed Order": "order.created", Opened: "opened" });
  expect(rows).toEqual([row(0, "Placed Order", "order.created"), row(1, "Opened", "opened")]);
  expect(tableOf(rows)).toEqual({ "Placed Order": "order.created", Opened: "opened" });
  expect(nextRowId(rows)).toBe(2);
  expect(nextRowId([])).toBe(0);
});

test("a row that is empty is left out, one that is half filled holds the table back", () => {
  expect(tableOf([row(0, "", ""), row(1, " A ", " a ")])).toEqual({ A: "a" });
  expect(rowProblems([row(0, "A", "")]).get(0)).toEqual({ eventType: "Which event type?" });
  expect(rowProblems([row(0, "", "a")]).get(0)).toEqual({ metric: "Which metric?" });
  expect(tableOf([row(0, "A", "")])).toBeUndefined();
});

test("two rows for one metric are told at both", () => {
  const problems = rowProblems([row(0, "A", "a"), row(1, "A ", "b")]);
  expect([...problems.keys()]).toEqual([0, 1]);
  expect(problems.get(1)).toEqual({ metric: "There is a row for this metric." });
});

test("an event type with spaces is refused", () => {
  expect(rowProblems([row(0, "A", "placed order")]).get(0)).toEqual({ eventType: "An event type has no spaces." });
});

test("tables are the same whatever the order of their rows", () => {
  expect(isSameTable({ A: "a", B: "b" }, { B: "b", A: "a" })).toBe(true);
  expect(isSameTable({ A: "a" }, { A: "b" })).toBe(false);
  expect(isSameTable({ A: "a" }, { A: "a", B: "b" })).toBe(false);
});
