import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Alignment, alignSessions } from "./alignSessions.ts";
import type { ExchangeKey } from "./exchangeKey.ts";

function key(id: string, more: Partial<ExchangeKey> = {}): ExchangeKey {
  return { id, parent: null, endpoint: "POST events", identity: id, ...more };
}

function shown({ pairs, leftOnly, rightOnly }: Alignment) {
  return {
    pairs: pairs.map(({ left, right, by }) => `${left.id}-${right.id} ${by}`),
    leftOnly: leftOnly.map(({ id }) => id),
    rightOnly: rightOnly.map(({ id }) => id),
  };
}

describe("sessions are aligned", () => {
  test("by lineage first: a replay with what it was replayed from, whatever it says", () => {
    const left = [key("l1", { identity: "jane" }), key("l2")];
    const right = [key("r1", { parent: "l2", identity: "jane" }), key("r2", { parent: "l1" })];
    expect(shown(alignSessions(left, right)).pairs).toEqual(["l1-r2 lineage", "l2-r1 lineage"]);
    expect(shown(alignSessions(right, left)).pairs).toEqual(["r1-l2 lineage", "r2-l1 lineage"]);
  });

  test("by lineage when both are replays of one", () => {
    const left = [key("a1", { parent: "l1" }), key("a2", { parent: "l2" })];
    const right = [key("b2", { parent: "l2" }), key("b1", { parent: "l1" })];
    expect(shown(alignSessions(left, right)).pairs).toEqual(["a1-b1 lineage", "a2-b2 lineage"]);
  });

  test("with the first of several replays; the others find no partner of another endpoint", () => {
    const right = [key("r1", { parent: "l1" }), key("r2", { parent: "l1" })];
    expect(shown(alignSessions([key("l1"), key("l2", { endpoint: "POST profiles" })], right))).toEqual({
      pairs: ["l1-r1 lineage"],
      leftOnly: ["l2"],
      rightOnly: ["r2"],
    });
  });

  test("by endpoint and identity, then by order", () => {
    const left = [key("l1", { identity: "jane" }), key("l2", { identity: "joan" }), key("l3", { identity: "jane" })];
    const right = [key("r1", { identity: "jane" }), key("r2", { identity: "jill" }), key("r3", { identity: "jane" })];
    expect(shown(alignSessions(left, right)).pairs).toEqual(["l1-r1 identity", "l2-r2 order", "l3-r3 identity"]);
  });

  test("so that each exchange is there exactly once", () => {
    const few = fc.constantFrom("1", "2", "3", "__proto__");
    const keys = (side: string) =>
      fc
        .array(fc.record({ parent: fc.option(few), endpoint: few, identity: few }), { maxLength: 12 })
        .map((rows) => rows.map((row, index) => ({ ...row, id: index < 3 ? String(index) : `${side}${index}` })));
    fc.assert(
      fc.property(keys("l"), keys("r"), (left, right) => {
        const { pairs, leftOnly, rightOnly } = alignSessions(left, right);
        const order = (list: readonly ExchangeKey[], of: readonly ExchangeKey[]) =>
          list.map((item) => of.indexOf(item));
        const leftSeen = order([...pairs.map((pair) => pair.left), ...leftOnly], left);
        const rightSeen = order([...pairs.map((pair) => pair.right), ...rightOnly], right);
        expect(leftSeen.sort((one, other) => one - other)).toEqual([...left.keys()]);
        expect(rightSeen.sort((one, other) => one - other)).toEqual([...right.keys()]);
      }),
    );
  });

  test("also when each has a hundred thousand exchanges", () => {
    const keys = (side: string) =>
      Array.from({ length: 100_000 }, (_item, index) => key(`${side}${index}`, { identity: `${index % 50_000}` }));
    const { pairs, leftOnly } = alignSessions(keys("l"), keys("r").reverse());
    expect([pairs.length, leftOnly.length]).toEqual([100_000, 0]);
  }, 30_000);
});
