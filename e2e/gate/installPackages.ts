import { existsSync } from "node:fs";
import { runCommand } from "./runCommand.ts";

const limitMs = 600_000;

/** Installs packages of the system where that can be done unasked: as root on Debian. Does nothing anywhere else. */
export async function installPackages(names: readonly string[], say: (line: string) => void): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return;
  say(`Installing ${names.join(" ")}`);
  const limits = { output: "stream", timeoutMs: limitMs, env: { DEBIAN_FRONTEND: "noninteractive" } } as const;
  await runCommand(["apt-get", "update", "-qq"], limits);
  await runCommand(["apt-get", "install", "-y", "-qq", "--no-install-recommends", ...names], limits);
}
