import { Command, InvalidArgumentError, Option } from "commander";
import { type PointerPattern, readPointerPattern } from "../../../../core/exchange/pattern/pointerPattern.ts";
import { exportFormats } from "../../../../core/formats/export/exportFormats.ts";
import { dataDirOption } from "../../dataDirOption.ts";
import type { ExportOptions } from "./exportSession.ts";

function addPattern(text: string, before: PointerPattern[]): PointerPattern[] {
  const read = readPointerPattern(text);
  if (!read.ok) throw new InvalidArgumentError(`${read.message} (at character ${read.at + 1})`);
  return [...before, text];
}

export function defineExport(name: string): Command {
  return new Command(name)
    .description(
      "Writes the exchanges of a session in a format for another use. Personal data becomes pseudonyms, the same everywhere in the output, which is then searched for what was to be masked; keys are never written. The output appears whole or not at all; a file is replaced, a folder must be empty.",
    )
    .requiredOption("--session <session>", 'id or name of a session, "latest", or the path of a session file')
    .addOption(
      new Option("--format <format>", "what to write").choices(Object.keys(exportFormats)).makeOptionMandatory(),
    )
    .requiredOption("--out <path>", "the file, or the folder of the formats that are several files")
    .option("--filter <filter>", 'words and key:value terms, for example "status:2xx endpoint:events"', "")
    .option("--no-mask", "write personal data as it was recorded")
    .addOption(
      new Option(
        "--also-mask <pointer...>",
        'mask these places, too: JSON pointers, "*" for one name, "**" for any depth',
      )
        .argParser(addPattern)
        .default([], "none"),
    )
    .addOption(
      new Option("--keep <pointer...>", "leave these places as they are").argParser(addPattern).default([], "none"),
    )
    .addOption(dataDirOption())
    .action(async (options: ExportOptions) => (await import("./exportSession.ts")).exportSession(options));
}
