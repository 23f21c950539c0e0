import { expect, test } from "vitest";
import { nextSessionName, sessionSizeText } from "./sessionText.ts";

test("a session is described by its exchanges and size", () => {
  const session = {
    id: "s1",
    name: "A",
    note: "",
    tags: [],
    createdAt: "",
    exchanges: 1284,
    bytes: 2_202_010,
    firstAt: null,
    lastAt: null,
  };
  expect(sessionSizeText(session)).toBe("1,284 exchanges · 2.1 MB");
  expect(sessionSizeText({ ...session, exchanges: 0, bytes: 0 })).toBe("no exchanges yet");
});

test("a new session's name is one that no other has", () => {
  const now = new Date(2026, 10, 24);
  expect(nextSessionName(now, [])).toBe("Session of November 24");
  expect(nextSessionName(now, ["Session of November 24", "Session of November 24 (2)"])).toBe(
    "Session of November 24 (3)",
  );
});
