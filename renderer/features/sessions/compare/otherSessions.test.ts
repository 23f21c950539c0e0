import { expect, test } from "vitest";
import type { Session } from "../../../../core/exchange/exchange.ts";
import { momentText } from "../../../ui/quantityText.ts";
import { otherSessions, sessionSides } from "./otherSessions.ts";

const session = (id: string, createdAt: string): Session => ({
  id,
  name: `Session ${id}`,
  note: "",
  tags: [],
  createdAt,
  exchanges: 1,
  bytes: 1,
  firstAt: null,
  lastAt: null,
});
const sessions = [
  session("a", "2026-01-04"),
  session("b", "2026-01-03"),
  session("c", "2026-01-02"),
  session("d", "2026-01-01"),
];

test("the parent of a replay is offered first, then its kin, then all others", () => {
  const related = [
    { id: "d", relation: "parent" },
    { id: "b", relation: "twin" },
  ] as const;
  expect(otherSessions("a", sessions, related)).toMatchObject([
    { id: "d", label: "Session d (it was replayed from this one)" },
    { id: "b", label: "Session b (a replay of the same session)" },
    { id: "c", label: "Session c" },
  ]);
});

test("a session is told from another one of its name by what it holds, and of when", () => {
  const name = "First session";
  const times = { firstAt: "2026-01-04T10:00:00Z", lastAt: "2026-01-04T10:00:10Z" };
  const [empty, recorded, unlike] = [
    { ...session("b", "2026-01-03T10:00:00Z"), name, exchanges: 0 },
    { ...session("c", "2026-01-03T10:00:00Z"), name, ...times },
    session("d", "2026-01-03T10:00:00Z"),
  ];
  expect(otherSessions("a", [empty, recorded, unlike], []).map(({ about }) => about)).toEqual([
    `0 exchanges · made ${momentText("2026-01-03T10:00:00Z")}`,
    `1 exchange · ${momentText("2026-01-04T10:00:00Z")}`,
    undefined,
  ]);
});

test("the parent is what is expected; without kinship the earlier session is", () => {
  const [one, other] = [session("one", "2026-01-02"), session("other", "2026-01-05")];
  expect(sessionSides(one, other, [{ id: "other", relation: "parent" }])).toEqual({ left: "other", right: "one" });
  expect(sessionSides(one, other, [])).toEqual({ left: "one", right: "other" });
  expect(sessionSides(other, one, [{ id: "one", relation: "child" }])).toEqual({ left: "other", right: "one" });
});
