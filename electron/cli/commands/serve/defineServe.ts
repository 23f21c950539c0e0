import { Command } from "commander";
import { addWorkbenchOptions } from "../../workbenchOptions.ts";
import type { ServeOptions } from "./serve.ts";

export function defineServe(name: string): Command {
  return addWorkbenchOptions(new Command(name))
    .description(
      "Runs the workbench without a window until SIGINT or SIGTERM. Point an integration at the printed base URL and open the printed address in a browser.",
    )
    .option("--open", "open the page in the browser", false)
    .option("--json", "print one line of JSON when ready, and nothing else on stdout", false)
    .action(async (options: ServeOptions) => (await import("./serve.ts")).serve(options));
}
