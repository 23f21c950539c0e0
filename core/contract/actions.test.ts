import { describe, expect, it } from "vitest";
import { actionRecord, actionRecords, isActionId, menuAccelerator } from "./actions.ts";

describe("the action table", () => {
  it("gives each action one id, and each set of keys to one action", () => {
    const ids = actionRecords.map((record) => record.id);
    expect(new Set(ids).size).toBe(ids.length);
    const shortcuts = actionRecords.flatMap((record) => ("shortcut" in record ? [record.shortcut] : []));
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    const accelerators = actionRecords.flatMap((record) => menuAccelerator(record) ?? []);
    expect(new Set(accelerators).size).toBe(accelerators.length);
  });

  it("never lets the first key of a sequence be an action of its own", () => {
    const sequences = actionRecords.flatMap((record) =>
      "shortcut" in record && record.shortcut.includes(" ") ? [record.shortcut.split(" ")[0]] : [],
    );
    const keys: string[] = actionRecords.flatMap((record) => ("shortcut" in record ? [record.shortcut] : []));
    expect(sequences.filter((first) => first !== undefined && keys.includes(first))).toEqual([]);
  });

  it("knows its own ids only", () => {
    expect(isActionId("go-traffic")).toBe(true);
    expect(isActionId("constructor")).toBe(false);
    expect(actionRecord("go-traffic").label).toBe("Go to Traffic");
  });
});

describe("menuAccelerator", () => {
  it("writes the page's modifier keys in Electron's notation and leaves single keys to the page", () => {
    expect(menuAccelerator(actionRecord("open-palette"))).toBe("CmdOrCtrl+K");
    expect(menuAccelerator(actionRecord("go-traffic"))).toBe("CmdOrCtrl+1");
    expect(menuAccelerator(actionRecord("next-exchange"))).toBeUndefined();
  });
});
