import { type Command, Option } from "commander";
import type { Upstream } from "../../core/contract/settings.ts";
import { type NativeTier, nativeTierIds } from "../../core/native/nativeCall.ts";
import { parsePort, parseUpstream } from "./argumentParsers.ts";
import { dataDirOption } from "./dataDirOption.ts";

/** What `serve` and `desktop` have in common. Without an upstream or a rate limit the workbench keeps the ones set in it. */
export interface WorkbenchOptions {
  readonly port: number;
  readonly controlPort: number;
  readonly dataDir: string;
  readonly upstream?: Upstream;
  readonly rateLimit?: NativeTier;
}

export function addWorkbenchOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--port <port>", "port of the Klaviyo and native surfaces; 0 picks a free one")
        .argParser(parsePort)
        .default(8020),
    )
    .addOption(
      new Option("--control-port <port>", "port of the page; 0 picks a free one").argParser(parsePort).default(0),
    )
    .addOption(dataDirOption())
    .addOption(
      new Option(
        "--upstream <upstream>",
        '"sandbox", or the base URL of a live native API; its key comes from POSTSCRIPT_API_KEY',
      ).argParser(parseUpstream),
    )
    .addOption(new Option("--rate-limit <tier>", "rate limit per API key").choices(nativeTierIds));
}
