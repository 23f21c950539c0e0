import type { MenuItemConstructorOptions } from "electron";
import {
  type ActionGroup,
  type ActionId,
  actionGroupLabels,
  actionGroups,
  actionRecords,
  menuAccelerator,
} from "../../core/contract/actions.ts";

/** The application menu: the platform's own entries around one menu for each group of actions. `run` gets the id of the chosen action. */
export function menuTemplate(platform: NodeJS.Platform, run: (id: ActionId) => void): MenuItemConstructorOptions[] {
  const groupMenu = (group: ActionGroup): MenuItemConstructorOptions => ({
    label: actionGroupLabels[group],
    submenu: actionRecords
      .filter((record) => record.group === group)
      .map((record) => {
        const accelerator = menuAccelerator(record);
        return { id: record.id, label: record.label, click: () => run(record.id), ...(accelerator && { accelerator }) };
      }),
  });
  const own = actionGroups.filter((group) => group !== "help").map(groupMenu);
  return [
    platform === "darwin" ? { role: "appMenu" } : { role: "fileMenu" },
    { role: "editMenu" },
    ...own,
    { role: "viewMenu" },
    { role: "windowMenu" },
    { ...groupMenu("help"), role: "help" },
  ];
}
