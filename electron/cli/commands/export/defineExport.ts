import { Command, Option } from "commander";
import { exportFormats } from "../../../../core/formats/export/exportFormats.ts";
import { dataDirOption } from "../../dataDirOption.ts";
import type { ExportOptions } from "./exportSession.ts";

export function defineExport(name: string): Command {
  return new Command(name)
    .description(
      "Writes the exchanges of a session in a format for another use. The output appears whole or not at all; a file is replaced, a folder must be empty.",
    )
    .requiredOption("--session <session>", 'id or name of a session, "latest", or the path of a session file')
    .addOption(
      new Option("--format <format>", "what to write").choices(Object.keys(exportFormats)).makeOptionMandatory(),
    )
    .requiredOption("--out <path>", "the file, or the folder of the formats that are several files")
    .option("--filter <filter>", 'words and key:value terms, for example "status:2xx endpoint:events"', "")
    .addOption(dataDirOption())
    .action(async (options: ExportOptions) => (await import("./exportSession.ts")).exportSession(options));
}
