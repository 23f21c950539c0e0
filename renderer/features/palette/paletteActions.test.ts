import { expect, test } from "vitest";
import { paletteGroups, shortcutRows } from "./paletteActions.ts";

test("the palette offers what can run now, in groups, and never itself", () => {
  const groups = paletteGroups(new Set(["send", "go-data", "open-palette", "go-traffic"]));
  expect(groups.map(({ group, actions }) => [group, actions.map((action) => action.id)])).toEqual([
    ["Go", ["go-traffic", "go-data"]],
    ["Compose", ["send"]],
  ]);
});

test("the list of shortcuts has each action with keys and none without", () => {
  const ids = shortcutRows().map((row) => row.id);
  expect(ids).toContain("open-palette");
  expect(ids).not.toContain("send-sample");
});
