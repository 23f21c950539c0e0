import { Command, InvalidArgumentError, Option } from "commander";
import { baseUrlSchema } from "../../../../core/contract/baseUrl.ts";
import { maxConcurrency } from "../../../../core/contract/replay.ts";
import { type Pace, parsePace } from "../../../../core/exchange/replay/pace.ts";
import { nativeTierIds } from "../../../../core/native/nativeCall.ts";
import { parseCount, parseSeconds } from "../../argumentParsers.ts";
import { dataDirOption } from "../../dataDirOption.ts";
import { nativeAnswersOption } from "../../nativeAnswersOption.ts";
import type { NamedTarget, ReplayCommandOptions } from "./replayOptions.ts";

function readPace(text: string): Pace {
  const parsed = parsePace(text);
  if (!parsed.ok) throw new InvalidArgumentError(parsed.message);
  return parsed.pace;
}

function readTarget(text: string): NamedTarget {
  if (text === "workbench" || text === "postscript" || text === "klaviyo") return text;
  if (!baseUrlSchema.safeParse(text).success) {
    throw new InvalidArgumentError(
      "It takes workbench, postscript, klaviyo or a base URL without credentials, such as http://localhost:8020/klaviyo/v1.",
    );
  }
  return new URL(text);
}

function readConcurrency(text: string): number {
  const count = parseCount(text);
  if (count > maxConcurrency) throw new InvalidArgumentError(`It takes a whole number from 1 to ${maxConcurrency}.`);
  return count;
}

/** What a replay was begun with; a resumed one keeps it. */
function beginningOptions(): Option[] {
  return [
    new Option(
      "--target <target>",
      '"workbench" (this one, by its present rules), the base URL of a compat API, "postscript" (native calls by the present rules) or "klaviyo"',
    ).argParser(readTarget),
    new Option("--pace <pace>", "recorded, a factor (2x), fast, or a rate (20/s)")
      .argParser(readPace)
      .default({ kind: "fast" }, "fast"),
    new Option("--max-idle <seconds>", "the longest wait between two requests").argParser(parseSeconds),
    new Option("--concurrency <count>", `requests under way at a time, 1 to ${maxConcurrency}`)
      .argParser(readConcurrency)
      .default(4),
    new Option("--filter <filter>", "send only what matches, in the filter language").default(""),
  ].map((option) => option.conflicts("resume"));
}

function runOptions(): Option[] {
  return [
    new Option(
      "--resume",
      "finish a replay that was stopped or cut off, as it was begun: <session> is that of its answers",
    ).default(false),
    new Option(
      "--key <key>",
      "API key for the target; when absent KLAVIYO_API_KEY, or POSTSCRIPT_API_KEY for native calls. A compat API on this machine needs none",
    ),
    new Option("--remote", "allow a target that is not this machine: what is sent there is real").default(false),
    new Option("--dry-run [tier]", "send nothing; say how many requests, how long, and how many against a rate limit")
      .choices(nativeTierIds)
      .preset("standard"),
  ];
}

function comparisonOptions(): Option[] {
  return [
    new Option(
      "--rules <file>",
      "equivalence rules beside the default ones, written as docs/rules.md says; those of the data folder when absent",
    ),
    nativeAnswersOption(),
    new Option(
      "--learn <file>",
      "send everything once more, and write rules to this file that excuse what differs between both runs, beside those that were in force: for --rules",
    ).conflicts(["resume", "dryRun"]),
    new Option("--junit <file>", "write the results as a JUnit report, too"),
    new Option("--json", "print one JSON object for each exchange and the totals as the last line").default(false),
  ];
}

export function defineReplay(name: string): Command {
  const command = new Command(name)
    .description(
      "Sends a session again and compares what comes back with what was recorded. Exit code 0 only when everything is the same. With a session of the data folder, the answers are recorded as a session of their own; with a session file, the workbench is an empty one of its own.",
    )
    .argument("<session>", 'id or name of a session, "latest", or the path of a session file');
  const options = [...beginningOptions(), ...runOptions(), ...comparisonOptions(), dataDirOption()];
  for (const option of options) command.addOption(option);
  return command.action(async (session: string, given: ReplayCommandOptions) =>
    (await import("./replay.ts")).replay(session, given),
  );
}
