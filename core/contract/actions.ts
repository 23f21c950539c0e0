/**
 * What a person can do, once: the palette, the keyboard, the tooltips and the desktop's menu read these records. What an action does is the
 * renderer's; the shell sends an action's id to the page.
 */

export const actionGroups = ["go", "exchange", "compose", "session", "workbench", "help"] as const;
export type ActionGroup = (typeof actionGroups)[number];

export const actionGroupLabels = {
  go: "Go",
  exchange: "Exchange",
  compose: "Compose",
  session: "Session",
  workbench: "Workbench",
  help: "Help",
} as const satisfies Record<ActionGroup, string>;

export interface ActionRecord {
  readonly id: string;
  readonly label: string;
  readonly group: ActionGroup;
  /** Other words a person may search for. */
  readonly keywords: readonly string[];
  /**
   * Keys in the page: "mod+K" (mod is Command on a Mac, Control elsewhere), a single key ("/"), or keys one after the other ("G T"). Single keys
   * work outside of text fields only.
   */
  readonly shortcut?: string;
  /** Keys in the desktop's menu, in Electron's notation, where they cannot be read from `shortcut`. A browser keeps these for itself. */
  readonly accelerator?: string;
}

export const actionRecords = [
  {
    id: "go-traffic",
    label: "Go to Traffic",
    group: "go",
    keywords: ["requests", "list", "exchanges", "live"],
    shortcut: "G T",
    accelerator: "CmdOrCtrl+1",
  },
  {
    id: "go-compose",
    label: "Go to Compose",
    group: "go",
    keywords: ["request", "editor", "write", "template"],
    shortcut: "G C",
    accelerator: "CmdOrCtrl+2",
  },
  {
    id: "go-sessions",
    label: "Go to Sessions",
    group: "go",
    keywords: ["recordings", "import", "export", "replay", "compare"],
    shortcut: "G S",
    accelerator: "CmdOrCtrl+3",
  },
  {
    id: "go-data",
    label: "Go to Data",
    group: "go",
    keywords: ["sandbox", "profiles", "events", "timeline"],
    shortcut: "G D",
    accelerator: "CmdOrCtrl+4",
  },
  {
    id: "go-settings",
    label: "Go to Settings",
    group: "go",
    keywords: ["upstream", "keys", "metrics", "appearance", "preferences"],
    shortcut: "mod+,",
  },
  {
    id: "focus-filter",
    label: "Filter or search the list",
    group: "exchange",
    keywords: ["find", "search"],
    shortcut: "/",
    accelerator: "CmdOrCtrl+F",
  },
  {
    id: "next-exchange",
    label: "Next exchange",
    group: "exchange",
    keywords: ["down", "older"],
    shortcut: "J",
  },
  {
    id: "previous-exchange",
    label: "Previous exchange",
    group: "exchange",
    keywords: ["up", "newer"],
    shortcut: "K",
  },
  {
    id: "replay-exchange",
    label: "Replay at this workbench",
    group: "exchange",
    keywords: ["resend", "again", "repeat", "run"],
    shortcut: "R",
  },
  {
    id: "edit-in-compose",
    label: "Edit in Compose",
    group: "exchange",
    keywords: ["resend", "change", "modify"],
    shortcut: "E",
  },
  {
    id: "copy-as",
    label: "Copy as…",
    group: "exchange",
    keywords: ["curl", "fetch", "sdk", "clipboard"],
    shortcut: "C",
  },
  {
    id: "compare-with",
    label: "Compare with…",
    group: "exchange",
    keywords: ["diff", "difference", "against", "other"],
    shortcut: "D",
  },
  {
    id: "toggle-text-diff",
    label: "Show differences as text, or place by place",
    group: "exchange",
    keywords: ["compare", "diff", "side by side", "lines"],
    shortcut: "T",
  },
  {
    id: "edit-rules",
    label: "Equivalence rules…",
    group: "exchange",
    keywords: ["compare", "ignore", "tolerance", "noise", "same"],
    shortcut: "U",
  },
  {
    id: "edit-note",
    label: "Write a note",
    group: "exchange",
    keywords: ["comment", "remark", "annotate"],
    shortcut: "O",
  },
  {
    id: "maximise-pane",
    label: "Maximise or restore the pane",
    group: "exchange",
    keywords: ["zoom", "full", "maximize", "expand"],
    shortcut: "M",
  },
  {
    id: "send",
    label: "Send the composed request",
    group: "compose",
    keywords: ["post", "run", "submit"],
    shortcut: "mod+Enter",
  },
  {
    id: "send-sample",
    label: "Send a sample",
    group: "compose",
    keywords: ["example", "demo", "first", "event"],
  },
  {
    id: "switch-session",
    label: "Switch session…",
    group: "session",
    keywords: ["open", "record", "choose"],
    shortcut: "S",
    accelerator: "CmdOrCtrl+O",
  },
  {
    id: "new-session",
    label: "New session…",
    group: "session",
    keywords: ["create", "record", "start"],
    shortcut: "N",
    accelerator: "CmdOrCtrl+N",
  },
  {
    id: "toggle-recording",
    label: "Pause or resume recording",
    group: "session",
    keywords: ["record", "stop", "keep", "unkept", "paused"],
    shortcut: "P",
  },
  {
    id: "import-files",
    label: "Import files…",
    group: "session",
    keywords: ["har", "postman", "curl", "ndjson", "open", "upload", "load"],
    shortcut: "I",
  },
  {
    id: "export",
    label: "Export…",
    group: "session",
    keywords: ["save", "download", "fixtures", "tests", "har", "postman", "share", "mask"],
    shortcut: "X",
  },
  {
    id: "edit-session",
    label: "Edit the session…",
    group: "session",
    keywords: ["rename", "name", "title", "note", "tags"],
  },
  {
    id: "open-palette",
    label: "Search or run…",
    group: "workbench",
    keywords: ["palette", "command", "actions"],
    shortcut: "mod+K",
  },
  {
    id: "copy-base-url",
    label: "Copy the base URL",
    group: "workbench",
    keywords: ["address", "localhost", "endpoint", "clipboard", "8020"],
    shortcut: "B",
    accelerator: "CmdOrCtrl+Shift+B",
  },
  {
    id: "toggle-theme",
    label: "Switch between light and dark",
    group: "workbench",
    keywords: ["theme", "appearance", "colour", "mode"],
    shortcut: "mod+J",
  },
  {
    id: "reset-sandbox",
    label: "Empty the sandbox…",
    group: "workbench",
    keywords: ["reset", "clear", "delete", "profiles", "events"],
  },
  {
    id: "show-shortcuts",
    label: "Keyboard shortcuts",
    group: "help",
    keywords: ["keys", "help", "hotkeys"],
    shortcut: "?",
  },
] as const satisfies readonly ActionRecord[];

export type ActionId = (typeof actionRecords)[number]["id"];

const recordsById: ReadonlyMap<string, ActionRecord & { readonly id: ActionId }> = new Map(
  actionRecords.map((record) => [record.id, record]),
);

export function isActionId(value: string): value is ActionId {
  return recordsById.has(value);
}

/** The record of an action. */
export function actionRecord(id: ActionId): ActionRecord & { readonly id: ActionId } {
  const record = recordsById.get(id);
  if (!record) throw new Error(`There is no action ${id}.`);
  return record;
}

/**
 * The keys that the desktop's menu binds, in Electron's notation ("CmdOrCtrl+K"), undefined where the menu binds none: single keys stay with
 * the page, which knows when a person is typing.
 */
export function menuAccelerator(record: ActionRecord): string | undefined {
  if (record.accelerator !== undefined) return record.accelerator;
  return record.shortcut?.startsWith("mod+") ? record.shortcut.replace("mod+", "CmdOrCtrl+") : undefined;
}
