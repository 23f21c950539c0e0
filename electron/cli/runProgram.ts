import { Command, CommanderError } from "commander";
import { Unavailable } from "../host/unavailable.ts";
import { version } from "../version.ts";
import { commands } from "./commands.ts";
import { CommandEnd, type ExitCode, exitCodes } from "./exitCodes.ts";
import { bearUnreadOutput, log } from "./outputStreams.ts";

/** Commander gives its settings to the commands that it makes itself only. */
function inherit(command: Command, parent: Command): Command {
  for (const below of command.copyInheritedSettings(parent).commands) inherit(below, command);
  return command;
}

/** Only the command that is asked for is loaded; of the others the list of commands needs just the name and the summary. */
async function defineProgram(asked: string | undefined): Promise<Command> {
  const program = new Command("compat-workbench")
    .description("An integration-testing workbench for moving from Klaviyo's API to Postscript's.")
    .version(version)
    .helpCommand(false)
    .showHelpAfterError("Add --help for what it takes.")
    .exitOverride();
  for (const { name, summary, define } of commands) {
    const command = name === asked ? await define(name) : new Command(name);
    program.addCommand(inherit(command.summary(summary), program));
  }
  return program;
}

function explain(error: unknown): ExitCode {
  // Commander has written its own message.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage;
  if (error instanceof CommandEnd) {
    if (error.message) log(error.message);
    return error.code;
  }
  if (error instanceof Unavailable) {
    log(error.message);
    return exitCodes.wrongUsage;
  }
  log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exitCodes.failed;
}

/** Runs one command line; answers with the exit code. */
export async function runProgram(argv: readonly string[]): Promise<ExitCode> {
  bearUnreadOutput();
  try {
    const program = await defineProgram(argv[0]);
    await program.parseAsync(argv, { from: "user" });
    return exitCodes.done;
  } catch (error) {
    return explain(error);
  }
}
