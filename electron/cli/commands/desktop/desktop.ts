import { spawn } from "node:child_process";
import { once } from "node:events";
import { CommandEnd, exitCodes } from "../../exitCodes.ts";
import { log } from "../../outputStreams.ts";
import { programFiles } from "../../programFiles.ts";
import type { WorkbenchOptions } from "../../workbenchOptions.ts";
import { findElectron, hasDisplay } from "./findElectron.ts";

/** The shell takes the same words as `serve`. */
function shellArguments({ port, controlPort, dataDir, upstream, rateLimit, recording }: WorkbenchOptions): string[] {
  const upstreamWord = upstream?.kind === "live" ? upstream.baseUrl : upstream?.kind;
  return [
    `--port=${port}`,
    `--control-port=${controlPort}`,
    `--data-dir=${dataDir}`,
    ...(upstreamWord ? [`--upstream=${upstreamWord}`] : []),
    ...(rateLimit ? [`--rate-limit=${rateLimit}`] : []),
    ...(recording ? [`--recording=${recording}`] : []),
  ];
}

async function runShell(binary: string, options: WorkbenchOptions): Promise<void> {
  const shell = spawn(binary, [programFiles.root, ...shellArguments(options)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => shell.kill(signal));
  const [code] = await once(shell, "close");
  if (code) throw new CommandEnd(exitCodes.failed, `The desktop ended with exit code ${code}.`);
}

export async function desktop(options: WorkbenchOptions): Promise<void> {
  const electron = await findElectron();
  if (electron.ok) return runShell(electron.binary, options);
  log(`No desktop, because ${electron.reason}: serving the same workbench to a browser instead.`);
  const { serve } = await import("../serve/serve.ts");
  await serve({ ...options, open: hasDisplay(), json: false });
}
