import { expect, test } from "vitest";
import { countText, nextSessionName, sessionSizeText, sizeText } from "./sessionText.ts";

test("sizes are read in the unit that fits", () => {
  expect([0, 1023, 1536, 10 * 1024, 2_202_010, 700 * 1024 * 1024].map(sizeText)).toEqual([
    "0 B",
    "1023 B",
    "1.5 KB",
    "10 KB",
    "2.1 MB",
    "700 MB",
  ]);
});

test("a session is described by its exchanges and size", () => {
  const session = {
    id: "s1",
    name: "A",
    createdAt: "",
    exchanges: 1284,
    bytes: 2_202_010,
    firstAt: null,
    lastAt: null,
  };
  expect(sessionSizeText(session)).toBe("1,284 exchanges · 2.1 MB");
  expect(sessionSizeText({ ...session, exchanges: 0, bytes: 0 })).toBe("no exchanges yet");
  expect(countText(1, "profile")).toBe("1 profile");
});

test("a new session's name is one that no other has", () => {
  const now = new Date(2026, 10, 24);
  expect(nextSessionName(now, [])).toBe("Session of November 24");
  expect(nextSessionName(now, ["Session of November 24", "Session of November 24 (2)"])).toBe(
    "Session of November 24 (3)",
  );
});
