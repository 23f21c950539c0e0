/**
 * What only the desktop shell can do, as the page sees it: `window.workbenchShell`, absent in a browser. Each call is declared once; the main process
 * parses its input, so the page's copy of this file is never trusted. A refused call rejects with a message that is user text.
 */
import { z } from "zod";
import type { ActionId } from "./actions.ts";
import type { ShellCallName } from "./shellNames.ts";

const maxTextCharacters = 256 * 1024 * 1024;

/** A file name without folders: what a save dialog starts with. */
const fileNameSchema = z
  .string()
  .min(1)
  .max(200)
  .refine((name) => !/[/\\\0]/.test(name), { error: "A file name has no folders." });

/** The outcome of keeping a secret. `message` says why it was refused and what to do instead. */
const keptSchema = z.discriminatedUnion("kept", [
  z.object({ kept: z.literal(true) }),
  z.object({ kept: z.literal(false), message: z.string() }),
]);

export const shellCalls = {
  /** Asks where to write `text` (UTF-8) and writes it there. `path` is null when the person cancelled. */
  saveFile: {
    input: z.object({ name: fileNameSchema, text: z.string().max(maxTextCharacters) }),
    output: z.object({ path: z.string().nullable() }),
  },
  /** Asks for one file and reads it as UTF-8. `extensions` without dots; none means any file. null when the person cancelled. */
  openFile: {
    input: z.object({ extensions: z.array(z.string().regex(/^[a-z0-9]{1,10}$/)).max(20) }),
    output: z.object({ name: z.string(), text: z.string() }).nullable(),
  },
  /** Keeps the key for the live upstream in the keychain of the operating system, and hands it to the host. */
  setLiveKey: { input: z.object({ key: z.string().trim().min(1).max(500) }), output: keptSchema },
  removeLiveKey: { input: z.undefined(), output: z.undefined() },
  hasLiveKey: { input: z.undefined(), output: z.boolean() },
} satisfies Record<ShellCallName, { input: z.ZodType; output: z.ZodType }>;

type ShellCalls = typeof shellCalls;
export type ShellInput<Name extends ShellCallName> = z.output<ShellCalls[Name]["input"]>;
export type ShellOutput<Name extends ShellCallName> = z.output<ShellCalls[Name]["output"]>;

/**
 * The bridge. `onAction` tells which entry of the application menu was chosen, `onHostDown` why the host is down (null once it is up again); both return what
 * ends the subscription.
 */
export type WorkbenchShell = {
  readonly [Name in ShellCallName]: undefined extends ShellInput<Name>
    ? () => Promise<ShellOutput<Name>>
    : (input: ShellInput<Name>) => Promise<ShellOutput<Name>>;
} & {
  readonly onAction: (listener: (action: ActionId) => void) => () => void;
  readonly onHostDown: (listener: (message: string | null) => void) => () => void;
};
