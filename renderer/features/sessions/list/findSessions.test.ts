import { expect, test } from "vitest";
import { session } from "../../../live/summary.fixture.ts";
import { findSessions } from "./findSessions.ts";

const sessions = [
  { ...session, id: "s1", name: "Shop A migration", tags: ["checkout"], note: "" },
  { ...session, id: "s2", name: "Smoke test", tags: ["shop"], note: "Recorded on staging." },
];
const found = (search: string) => findSessions(sessions, search).map(({ id }) => id);

test("a session is found by words of its name, tags and note, in any order and case", () => {
  expect(found("")).toEqual(["s1", "s2"]);
  expect(found("SHOP")).toEqual(["s1", "s2"]);
  expect(found("checkout shop")).toEqual(["s1"]);
  expect(found("staging")).toEqual(["s2"]);
  expect(found("nowhere")).toEqual([]);
});
