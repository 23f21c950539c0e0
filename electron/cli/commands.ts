import type { Command } from "commander";

/** A command of the program. `define` loads its options and what it does; the others stay unloaded. */
export interface CommandRow {
  readonly name: string;
  readonly summary: string;
  readonly define: (name: string) => Promise<Command>;
}

export const commands: readonly CommandRow[] = [
  {
    name: "serve",
    summary: "run the workbench without a window: the Klaviyo surface, the native surface and the page",
    define: async (name) => (await import("./commands/serve/defineServe.ts")).defineServe(name),
  },
  {
    name: "translate",
    summary: "print what a Klaviyo request becomes natively, without sending it",
    define: async (name) => (await import("./commands/translate/defineTranslate.ts")).defineTranslate(name),
  },
  {
    name: "exchanges",
    summary: "print what was recorded, one JSON object a line, newest first",
    define: async (name) => (await import("./commands/exchanges/defineExchanges.ts")).defineExchanges(name),
  },
  {
    name: "desktop",
    summary: "open the workbench's window, or serve it to a browser where there is no desktop",
    define: async (name) => (await import("./commands/desktop/defineDesktop.ts")).defineDesktop(name),
  },
];
