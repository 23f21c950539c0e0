import { Command } from "commander";
import { addWorkbenchOptions, type WorkbenchOptions } from "../cli/workbenchOptions.ts";

/** Reads the options of `serve` out of the shell's command line, where switches of Electron and Chromium may stand among them. */
export function readShellOptions(argv: readonly string[]): WorkbenchOptions {
  return addWorkbenchOptions(new Command("compat-workbench"))
    .allowUnknownOption()
    .allowExcessArguments()
    .exitOverride()
    .parse(argv, { from: "user" })
    .opts<WorkbenchOptions>();
}
