import { type Command, Option } from "commander";
import { recordingSchema, type Settings, type Upstream } from "../../core/contract/settings.ts";
import { type NativeTier, nativeTierIds } from "../../core/native/nativeCall.ts";
import { parsePort, parseUpstream } from "./argumentParsers.ts";
import { dataDirOption } from "./dataDirOption.ts";

/** What `serve` and `desktop` have in common. What is not given of an upstream, a rate limit and recording stays as it is set in the workbench. */
export interface WorkbenchOptions {
  readonly port: number;
  readonly controlPort: number;
  readonly dataDir: string;
  readonly upstream?: Upstream;
  readonly rateLimit?: NativeTier;
  readonly recording?: Settings["recording"];
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
    .addOption(new Option("--rate-limit <tier>", "rate limit per API key").choices(nativeTierIds))
    .addOption(
      new Option("--recording <state>", "whether traffic is kept in the session, or only answered and shown").choices(
        recordingSchema.options,
      ),
    );
}
