import { runChecks } from "./gate/runChecks.ts";
import { closingLine } from "./gate/tally.ts";

const tally = await runChecks();
process.stdout.write(`${closingLine(tally)}\n`);
process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1;
