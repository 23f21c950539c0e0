import { runChecks } from "./gate/runChecks.ts";
import { closing, isGreen } from "./gate/tally.ts";

const tally = await runChecks();
process.stdout.write(`${closing(tally)}\n`);
process.exitCode = isGreen(tally) ? 0 : 1;
