/** The whole proof: static checks, unit, integration and end-to-end tests. Nothing is left out when an earlier part fails. */
import { findBrowser } from "./gate/findBrowser.ts";
import { installBrowser } from "./gate/installBrowser.ts";
import { provideTools } from "./gate/provideTools.ts";
import { runChecks } from "./gate/runChecks.ts";
import { runCommand } from "./gate/runCommand.ts";
import { runPlaywright, runVitest } from "./gate/runTests.ts";
import { add, closingLine, type Tally } from "./gate/tally.ts";

const say = (line: string) => process.stdout.write(`\n== ${line}\n`);
const one = (ok: boolean): Tally => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

async function endToEnd(): Promise<Tally> {
  const browser = (await findBrowser()) ?? (await installBrowser(say));
  if (browser) return (await runPlaywright(browser)).tally;
  say(
    "No browser could be found or installed. Install Chromium or Chrome, or set CHROME_PATH to one, and run npm test again.",
  );
  return one(false);
}

say("Checks: format, lint, types, boundaries, dead exports, unit tests");
const checks = await runChecks();
say(`Checks: ${closingLine(checks)}`);
say("Build");
const build = one((await runCommand(["node", "electron/build/build.ts"], { output: "stream" })).ok);
await provideTools(say);
say("Integration tests");
const integration = (await runVitest(["electron"], "stream")).tally;
say("End-to-end tests");
const total = add([checks, build, integration, await endToEnd()]);

process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
process.stdout.write(`\n${closingLine(total)}\n`);
