/** The whole proof: static checks, unit, integration and end-to-end tests. Nothing is left out when an earlier part fails. */
import { findBrowser } from "./gate/findBrowser.ts";
import { installBrowser } from "./gate/installBrowser.ts";
import { provideTools } from "./gate/provideTools.ts";
import { runChecks } from "./gate/runChecks.ts";
import { runCommand } from "./gate/runCommand.ts";
import { runPlaywright, runVitest } from "./gate/runTests.ts";
import { add, closing, isGreen, one, type Tally } from "./gate/tally.ts";

const say = (line: string) => process.stdout.write(`\n== ${line}\n`);

async function endToEnd(): Promise<Tally> {
  const browser = (await findBrowser()) ?? (await installBrowser(say));
  if (browser) return (await runPlaywright(browser)).tally;
  const stderr =
    "No browser could be found or installed. Install Chromium or Chrome, or set CHROME_PATH to one, and run npm test again.";
  return one("end-to-end tests", { ok: false, stdout: "", stderr });
}

say("Checks: format, lint, types, boundaries, dead exports, unit tests");
const checks = await runChecks();
say("Build");
const build = one("build", await runCommand(["node", "electron/build/build.ts"], { output: "stream" }));
await provideTools(say);
say("Integration tests");
const integration = (await runVitest(["electron"], "stream")).tally;
say("End-to-end tests");
const total = add([checks, build, integration, await endToEnd()]);

process.exitCode = isGreen(total) ? 0 : 1;
process.stdout.write(`\n${closing(total)}\n`);
