import { Command, Option } from "commander";
import { faultPresets } from "../../../../core/faults/faultPresets.ts";
import { addWorkbenchOptions } from "../../workbenchOptions.ts";
import { parseFaults } from "./parseFaults.ts";
import type { ServeOptions } from "./serve.ts";

export function defineServe(name: string): Command {
  return addWorkbenchOptions(new Command(name))
    .description(
      "Runs the workbench without a window until SIGINT or SIGTERM. Point an integration at the printed base URL and open the printed address in a browser.",
    )
    .addOption(
      new Option(
        "--faults <plan>",
        `what goes wrong on purpose: the file of a plan, or one of ${faultPresets.map(({ id }) => id).join(", ")}`,
      ).argParser(parseFaults),
    )
    .option("--open", "open the page in the browser", false)
    .option("--json", "print one line of JSON when ready, and nothing else on stdout", false)
    .action(async (options: ServeOptions) => (await import("./serve.ts")).serve(options));
}
