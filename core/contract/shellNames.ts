/** The calls of the desktop bridge; apart from their schemas so that the preload stays free of zod. */
export const shellCallNames = ["saveFile", "openFile", "setLiveKey", "removeLiveKey", "hasLiveKey"] as const;
export type ShellCallName = (typeof shellCallNames)[number];

/** The name under which the preload offers the bridge: `window.workbenchShell`. */
export const shellGlobal = "workbenchShell";

/** The IPC channel of a call of the bridge, of the chosen menu actions, or of why the host is down. */
export const shellChannel = (name: ShellCallName | "action" | "host-down"): string => `${shellGlobal}:${name}`;

/** What a call brings back through IPC; the preload turns a refusal into a rejection, whose `message` is user text. */
export type ShellReply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };
