import { findBrowser } from "./findBrowser.ts";
import { installPackages } from "./installPackages.ts";
import { runCommand } from "./runCommand.ts";

const downloadLimitMs = 180_000;

/**
 * Gets a browser where there is none: as root on Debian from its packages, which bring the system libraries along; anywhere else, and where that fails,
 * by Playwright's download. undefined when neither works.
 */
export async function installBrowser(say: (line: string) => void): Promise<string | undefined> {
  for (const name of ["chromium-headless-shell", "chromium"]) {
    await installPackages([name], say);
    const browser = await findBrowser();
    if (browser) return browser;
  }
  return download(say);
}

async function download(say: (line: string) => void): Promise<string | undefined> {
  say("There is no browser yet: downloading Playwright's Chromium");
  await runCommand(["playwright", "install", "chromium"], { output: "stream", timeoutMs: downloadLimitMs });
  return findBrowser();
}
