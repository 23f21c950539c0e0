import { once } from "node:events";
import type { FaultPlan } from "../../../../core/faults/faultPlan.ts";
import { keysOfEnvironment } from "../../../environmentKeys.ts";
import { type Host, startHost } from "../../../host/host.ts";
import { version } from "../../../version.ts";
import { wrongUsage } from "../../exitCodes.ts";
import { log, print } from "../../outputStreams.ts";
import { programFiles } from "../../programFiles.ts";
import { stopSignal } from "../../stopSignal.ts";
import type { WorkbenchOptions } from "../../workbenchOptions.ts";
import { openPage } from "./openPage.ts";

export interface ServeOptions extends WorkbenchOptions {
  readonly faults?: FaultPlan;
  readonly open: boolean;
  readonly json: boolean;
}

/** The port that integrations are told to use is never the page's, whatever else is free. */
const compatPort = 8020;

function refusePorts({ port, controlPort }: ServeOptions): void {
  if (controlPort !== 0 && (controlPort === port || controlPort === compatPort)) {
    throw wrongUsage(
      `The page cannot be on port ${controlPort}. Choose another with --control-port; 0 picks a free one.`,
    );
  }
}

function start({ dataDir, port, controlPort, upstream, rateLimit, recording, faults }: ServeOptions): Promise<Host> {
  return startHost({
    dataDir,
    port,
    controlPort,
    ...(upstream && { upstream }),
    ...(rateLimit && { rateLimit }),
    ...(recording && { recording }),
    ...(faults && { faults }),
    ...keysOfEnvironment,
    rendererDir: programFiles.renderer,
    log,
  });
}

function readyText({ baseUrl, compatUrl, controlUrl }: Host, dataDir: string): string {
  return `Compat Workbench ${version} is ready.

  Base URL to paste    ${baseUrl}
                       ${compatUrl}  (the same)
  Page to open         ${controlUrl}
  Data folder          ${dataDir}

Ctrl+C stops it.
`;
}

function readyLine({ compatUrl, nativeUrl, controlUrl }: Host): string {
  const line = { compat: compatUrl, native: nativeUrl, control: controlUrl, pid: process.pid };
  return `${JSON.stringify(line)}\n`;
}

/** Runs until the first SIGINT or SIGTERM; a second one ends the process at once. */
export async function serve(options: ServeOptions): Promise<void> {
  refusePorts(options);
  const stopping = stopSignal();
  const host = await start(options);
  await print(options.json ? readyLine(host) : readyText(host, options.dataDir));
  if (options.open) await openPage(host.controlUrl);
  if (!stopping.aborted) await once(stopping, "abort");
  await host.close();
}
