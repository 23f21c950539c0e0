import { Command, InvalidArgumentError, Option } from "commander";
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
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError(
      "It takes workbench, postscript, klaviyo or a base URL, such as http://localhost:8020/klaviyo/v1.",
    );
  return url;
}

function readConcurrency(text: string): number {
  const count = parseCount(text);
  if (count > maxConcurrency) throw new InvalidArgumentError(`It takes a whole number from 1 to ${maxConcurrency}.`);
  return count;
}

export function defineReplay(name: string): Command {
  return new Command(name)
    .description(
      "Sends a session again and compares what comes back with what was recorded. Exit code 0 only when everything is the same. With a session of the data folder, the answers are recorded as a session of their own; with a session file, the workbench is an empty one of its own.",
    )
    .argument("<session>", 'id or name of a session, "latest", or the path of a session file')
    .addOption(
      new Option(
        "--target <target>",
        '"workbench" (this one, by its present rules), the base URL of a compat API, "postscript" (native calls by the present rules) or "klaviyo"',
      ).argParser(readTarget),
    )
    .option("--resume", "finish a replay that was stopped or cut off: <session> is that of its answers", false)
    .option(
      "--key <key>",
      "API key for the target; when absent KLAVIYO_API_KEY, or POSTSCRIPT_API_KEY for native calls. A compat API on this machine needs none",
    )
    .addOption(
      new Option("--pace <pace>", "recorded, a factor (2x), fast, or a rate (20/s)")
        .argParser(readPace)
        .default({ kind: "fast" }, "fast"),
    )
    .addOption(new Option("--max-idle <seconds>", "the longest wait between two requests").argParser(parseSeconds))
    .addOption(
      new Option("--concurrency <count>", `requests under way at a time, 1 to ${maxConcurrency}`)
        .argParser(readConcurrency)
        .default(4),
    )
    .option("--filter <filter>", "send only what matches, in the filter language", "")
    .option(
      "--rules <file>",
      "equivalence rules beside the default ones, written as docs/rules.md says; those of the data folder when absent",
    )
    .addOption(nativeAnswersOption())
    .option("--remote", "allow a target that is not this machine: what is sent there is real", false)
    .addOption(
      new Option("--dry-run [tier]", "send nothing; say how many requests, how long, and how many against a rate limit")
        .choices(nativeTierIds)
        .preset("standard"),
    )
    .option(
      "--learn <file>",
      "send everything once more, and write rules to this file that excuse what differs between both runs, beside those that were in force: for --rules",
    )
    .option("--junit <file>", "write the results as a JUnit report, too")
    .option("--json", "print one JSON object for each exchange and the totals as the last line", false)
    .addOption(dataDirOption())
    .action(async (session: string, options: ReplayCommandOptions) =>
      (await import("./replay.ts")).replay(session, options),
    );
}
