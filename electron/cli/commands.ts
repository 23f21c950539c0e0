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
    name: "sessions",
    summary: "list the sessions of a data folder, newest first",
    define: async (name) => (await import("./commands/sessions/defineSessions.ts")).defineSessions(name),
  },
  {
    name: "import",
    summary: "read a session file, HAR, Postman collection, curl commands or JSON into a new session",
    define: async (name) => (await import("./commands/import/defineImport.ts")).defineImport(name),
  },
  {
    name: "export",
    summary: "write a session as a file to keep, as fixtures, tests, stubs or for another tool",
    define: async (name) => (await import("./commands/export/defineExport.ts")).defineExport(name),
  },
  {
    name: "replay",
    summary: "send a session again and compare the answers with the recorded ones",
    define: async (name) => (await import("./commands/replay/defineReplay.ts")).defineReplay(name),
  },
  {
    name: "compare",
    summary: "compare two sessions exchange by exchange",
    define: async (name) => (await import("./commands/compare/defineCompare.ts")).defineCompare(name),
  },
  {
    name: "retranslate",
    summary: "say what the present mapping rules would change in a session, without sending it",
    define: async (name) => (await import("./commands/retranslate/defineRetranslate.ts")).defineRetranslate(name),
  },
  {
    name: "desktop",
    summary: "open the workbench's window, or serve it to a browser where there is no desktop",
    define: async (name) => (await import("./commands/desktop/defineDesktop.ts")).defineDesktop(name),
  },
];
