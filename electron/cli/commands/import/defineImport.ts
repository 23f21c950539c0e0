import { Command } from "commander";
import { dataDirOption } from "../../dataDirOption.ts";
import type { ImportFilesOptions } from "./importFiles.ts";

export function defineImport(name: string): Command {
  return new Command(name)
    .description(
      "Reads files into new sessions, one a file: session files, HAR 1.2, Postman collections, curl commands, JSON or NDJSON bodies. Also while a workbench runs on the folder. What could not be understood is listed with its place.",
    )
    .argument("<files...>", "the files")
    .option("--session <name>", "name of the new session; that of the file when absent")
    .addOption(dataDirOption())
    .action(async (files: string[], options: ImportFilesOptions) =>
      (await import("./importFiles.ts")).importFiles(files, options),
    );
}
