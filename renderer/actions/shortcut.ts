import { type ActionId, actionRecords } from "../../core/contract/actions.ts";

/** A key press as the table of shortcuts names it. */
export interface Press {
  readonly key: string;
  /** Command on a Mac, Control elsewhere. */
  readonly mod: boolean;
  readonly isTyping: boolean;
}

export interface ShortcutMatch {
  readonly action: ActionId | undefined;
  /** The first key of a sequence that waits for its second. */
  readonly waiting: string | undefined;
}

const shortcuts: ReadonlyMap<string, ActionId> = new Map(
  actionRecords.flatMap((record) =>
    "shortcut" in record ? [[record.shortcut.toLowerCase(), record.id] as const] : [],
  ),
);
const firstKeys: ReadonlySet<string> = new Set(
  [...shortcuts.keys()].flatMap((keys) => (keys.includes(" ") ? [keys.slice(0, keys.indexOf(" "))] : [])),
);

/** What a key press means after the keys before it. Single keys and sequences mean nothing while a person types. */
export function matchShortcut(press: Press, waiting: string | undefined): ShortcutMatch {
  const key = press.key.toLowerCase();
  if (press.mod) return { action: shortcuts.get(`mod+${key}`), waiting: undefined };
  if (press.isTyping) return { action: undefined, waiting: undefined };
  if (waiting !== undefined) return { action: shortcuts.get(`${waiting} ${key}`), waiting: undefined };
  if (firstKeys.has(key)) return { action: undefined, waiting: key };
  return { action: shortcuts.get(key), waiting: undefined };
}

const keyNames: Readonly<Record<string, string>> = { enter: "↵", ",": ",", mod: "Ctrl" };

/** The keys of a shortcut as they stand on the keyboard: "mod+K" is ["⌘", "K"] on a Mac and ["Ctrl", "K"] elsewhere. */
export function shortcutKeys(shortcut: string, isMac: boolean): string[] {
  return shortcut.split(/[+ ]/).map((key) => (key === "mod" && isMac ? "⌘" : (keyNames[key.toLowerCase()] ?? key)));
}
