import { expect, test } from "vitest";
import { matchShortcut, shortcutKeys } from "./shortcut.ts";

const press = { mod: false, isTyping: false };

test("a single key runs its action, whatever its case", () => {
  expect(matchShortcut({ ...press, key: "/" }, undefined).action).toBe("focus-filter");
  expect(matchShortcut({ ...press, key: "E" }, undefined).action).toBe("edit-in-compose");
});

test("a single key means nothing while a person types; a key with mod does", () => {
  expect(matchShortcut({ ...press, key: "e", isTyping: true }, undefined).action).toBeUndefined();
  expect(matchShortcut({ key: "k", mod: true, isTyping: true }, undefined).action).toBe("open-palette");
});

test("keys one after the other run the action of both", () => {
  const first = matchShortcut({ ...press, key: "g" }, undefined);
  expect(first).toEqual({ action: undefined, waiting: "g" });
  expect(matchShortcut({ ...press, key: "c" }, first.waiting)).toEqual({ action: "go-compose", waiting: undefined });
});

test("a wrong second key ends the sequence", () => {
  expect(matchShortcut({ ...press, key: "x" }, "g")).toEqual({ action: undefined, waiting: undefined });
});

test("keys are shown as the keyboard in front of the person names them", () => {
  expect(shortcutKeys("mod+K", true)).toEqual(["⌘", "K"]);
  expect(shortcutKeys("mod+Enter", false)).toEqual(["Ctrl", "↵"]);
  expect(shortcutKeys("G T", false)).toEqual(["G", "T"]);
});
