import { existsSync } from "node:fs";
import { findBrowser } from "./findBrowser.ts";
import { runCommand } from "./runCommand.ts";

const downloadLimitMs = 180_000;
const packageLimitMs = 600_000;

/**
 * Gets a browser where there is none: as root on Debian from its packages, which bring the system libraries along; anywhere else, and where that fails,
 * by Playwright's download. undefined when neither works.
 */
export async function installBrowser(say: (line: string) => void): Promise<string | undefined> {
  return (await installPackage(say)) ?? (await download(say));
}

async function installPackage(say: (line: string) => void): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return undefined;
  say("There is no browser yet: installing the package chromium");
  const limits = { output: "stream", timeoutMs: packageLimitMs, env: { DEBIAN_FRONTEND: "noninteractive" } } as const;
  await runCommand(["apt-get", "update", "-qq"], limits);
  await runCommand(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], limits);
  return findBrowser();
}

async function download(say: (line: string) => void): Promise<string | undefined> {
  say("There is no browser yet: downloading Playwright's Chromium");
  await runCommand(["playwright", "install", "chromium"], { output: "stream", timeoutMs: downloadLimitMs });
  return findBrowser();
}
