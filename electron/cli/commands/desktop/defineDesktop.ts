import { Command } from "commander";
import { addWorkbenchOptions, type WorkbenchOptions } from "../../workbenchOptions.ts";

export function defineDesktop(name: string): Command {
  return addWorkbenchOptions(new Command(name))
    .description(
      "Opens the workbench's window. Where there is no display or no Electron, says so in one line and serves the same workbench to a browser.",
    )
    .action(async (options: WorkbenchOptions) => (await import("./desktop.ts")).desktop(options));
}
