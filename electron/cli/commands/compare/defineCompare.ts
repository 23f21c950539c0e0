import { Command } from "commander";
import { dataDirOption } from "../../dataDirOption.ts";
import { nativeAnswersOption } from "../../nativeAnswersOption.ts";
import type { CompareSessionsOptions } from "./printComparison.ts";

export function defineCompare(name: string): Command {
  return new Command(name)
    .description(
      "Compares two sessions exchange by exchange, the first being what is expected. Ids, times and the like are excused by equivalence rules. Exit code 0 only when all is the same.",
    )
    .argument("<expected>", 'id or name of a session, "latest", or the path of a session file')
    .argument("<actual>", "the same for the other session")
    .option(
      "--rules <file>",
      "equivalence rules beside the default ones, written as docs/rules.md says; those of the data folder when absent",
    )
    .addOption(nativeAnswersOption())
    .option("--html <file>", "write a report that a browser shows, in one file that needs nothing else")
    .option("--json", "print one JSON object for each exchange and the totals as the last line", false)
    .addOption(dataDirOption())
    .action(async (expected: string, actual: string, options: CompareSessionsOptions) =>
      (await import("./printComparison.ts")).printComparison(expected, actual, options),
    );
}
