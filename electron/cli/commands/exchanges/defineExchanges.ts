import { Command } from "commander";
import { parseCount } from "../../argumentParsers.ts";
import { dataDirOption } from "../../dataDirOption.ts";
import type { ExchangesOptions } from "./printExchanges.ts";

export function defineExchanges(name: string): Command {
  return new Command(name)
    .description(
      "Prints recorded exchanges, one JSON object a line, newest first; also while a workbench runs on the folder.",
    )
    .addOption(dataDirOption())
    .option("--session <session>", 'id of a session, or "latest" for the one that is recorded into; all when absent')
    .option("--filter <filter>", 'words and key:value terms, for example "status:4xx endpoint:events"', "")
    .option("--limit <count>", "print at most this many", parseCount)
    .action(async (options: ExchangesOptions) => (await import("./printExchanges.ts")).printExchanges(options));
}
