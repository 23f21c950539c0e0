import { Command } from "commander";
import { dataDirOption } from "../../dataDirOption.ts";
import type { SessionsOptions } from "./printSessions.ts";

export function defineSessions(name: string): Command {
  return new Command(name)
    .description("Lists the sessions of a data folder, newest first; also while a workbench runs on it.")
    .addOption(dataDirOption())
    .option("--json", "print one JSON object a line", false)
    .action(async (options: SessionsOptions) => (await import("./printSessions.ts")).printSessions(options));
}
