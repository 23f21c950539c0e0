import {
  type ActionId,
  type ActionRecord,
  actionGroupLabels,
  actionGroups,
  actionRecords,
} from "../../../core/contract/actions.ts";

export interface PaletteGroup {
  readonly group: string;
  readonly actions: readonly (ActionRecord & { readonly id: ActionId })[];
}

/** The actions that can run now, by group in the order of the table. The palette does not offer itself. */
export function paletteGroups(available: ReadonlySet<ActionId>): PaletteGroup[] {
  return actionGroups.flatMap((group) => {
    const actions = actionRecords.filter(
      (record) => record.group === group && record.id !== "open-palette" && available.has(record.id),
    );
    return actions.length === 0 ? [] : [{ group: actionGroupLabels[group], actions }];
  });
}

export interface ShortcutRow {
  readonly id: ActionId;
  readonly label: string;
  readonly group: string;
}

/** Every action that has keys, whether it can run now or not. */
export function shortcutRows(): ShortcutRow[] {
  return actionRecords.flatMap((record) =>
    "shortcut" in record ? [{ id: record.id, label: record.label, group: actionGroupLabels[record.group] }] : [],
  );
}
