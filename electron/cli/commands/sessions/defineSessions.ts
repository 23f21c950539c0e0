import { Command } from "commander";
import { dataDirOption } from "../../dataDirOption.ts";
import type { SessionsOptions } from "./printSessions.ts";
import type { RearrangeOptions, SplitOptions } from "./rearrangeSessions.ts";

export function defineSessions(name: string): Command {
  return new Command(name)
    .description("Lists the sessions of a data folder, newest first; also while a workbench runs on it.")
    .addOption(dataDirOption())
    .option("--json", "print one JSON object a line", false)
    .action(async (options: SessionsOptions) => (await import("./printSessions.ts")).printSessions(options))
    .addCommand(defineMerge())
    .addCommand(defineSplit());
}

function defineMerge(): Command {
  return new Command("merge")
    .description(
      "Copies sessions into a new one, in order of time, and prints it as one line of JSON; one session alone is duplicated. They stay as they are.",
    )
    .argument("<sessions...>", 'ids or names, or "latest" for the one that is recorded into')
    .option("--name <name>", "name of the new session")
    .action(async (sessions: string[], _: RearrangeOptions, command: Command) =>
      (await import("./rearrangeSessions.ts")).mergeSessions(sessions, command.optsWithGlobals<RearrangeOptions>()),
    );
}

function defineSplit(): Command {
  return new Command("split")
    .description("Moves what fits a filter out of a session into a new one, and prints that as one line of JSON.")
    .argument("<session>", 'id or name, or "latest" for the one that is recorded into')
    .requiredOption("--filter <filter>", 'words and key:value terms, for example "status:4xx endpoint:events"')
    .option("--name <name>", "name of the new session")
    .action(async (session: string, _: SplitOptions, command: Command) =>
      (await import("./rearrangeSessions.ts")).splitOff(session, command.optsWithGlobals<SplitOptions>()),
    );
}
