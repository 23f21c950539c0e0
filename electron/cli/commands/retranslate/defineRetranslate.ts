import { Command } from "commander";
import { dataDirOption } from "../../dataDirOption.ts";
import type { RetranslateOptions } from "./printRetranslation.ts";

export function defineRetranslate(name: string): Command {
  return new Command(name)
    .description(
      "Runs a session through the present mapping rules without sending anything, and says what would change, by rule. Exit code 0 only when nothing would.",
    )
    .argument("<session>", 'id or name of a session, "latest", or the path of a session file')
    .option(
      "--metrics <file>",
      'a metric table to try: {"Metric name": "event_type"}; that of the data folder when absent',
    )
    .option(
      "--json",
      "print one JSON object for each exchange that would change, and the summary as the last line",
      false,
    )
    .addOption(dataDirOption())
    .action(async (session: string, options: RetranslateOptions) =>
      (await import("./printRetranslation.ts")).printRetranslation(session, options),
    );
}
