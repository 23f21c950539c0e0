import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, it } from "vitest";
import { actionRecords } from "../../core/contract/actions.ts";
import { menuTemplate } from "./menuTemplate.ts";

const items = (template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  template.flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []));

describe("menuTemplate", () => {
  it("offers each action exactly once", () => {
    const ids = items(menuTemplate("linux", () => {})).map((item) => item.id);
    expect(ids.toSorted()).toEqual(actionRecords.map((record) => record.id).toSorted());
  });

  it("runs the action of the chosen entry", () => {
    const ran: string[] = [];
    const compose = items(menuTemplate("linux", (id) => ran.push(id))).find((item) => item.id === "go-compose");
    Reflect.apply(compose?.click ?? (() => {}), undefined, []);
    expect(ran).toEqual(["go-compose"]);
    expect(compose?.accelerator).toBe("CmdOrCtrl+2");
  });

  it("starts with the application's own menu on a Mac", () => {
    expect(menuTemplate("darwin", () => {})[0]).toEqual({ role: "appMenu" });
    expect(menuTemplate("win32", () => {})[0]).toEqual({ role: "fileMenu" });
  });
});
