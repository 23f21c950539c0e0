/** Prints what the program costs, as ratios of things measured in this one run. Name figures to measure only those: `npm run bench -- startTime`. */
import { runCommand } from "../gate/runCommand.ts";
import { abuse } from "./abuse.ts";
import { bulkTranslation } from "./bulkTranslation.ts";
import { exportMemory } from "./exportMemory.ts";
import { exportRate } from "./exportRate.ts";
import { memory } from "./memory.ts";
import { replayRate } from "./replayRate.ts";
import { requestRate } from "./requestRate.ts";
import { scale } from "./scale.ts";
import { startTime } from "./startTime.ts";
import { trafficDelay } from "./trafficDelay.ts";

const figures = {
  startTime,
  bulkTranslation,
  requestRate,
  replayRate,
  memory,
  trafficDelay,
  abuse,
  exportRate,
  exportMemory,
  scale,
};
const asked = process.argv.slice(2);
const unknown = asked.filter((id) => !Object.hasOwn(figures, id));
if (unknown.length > 0) {
  process.stderr.write(`There is no figure ${unknown.join(", ")}. There are ${Object.keys(figures).join(", ")}.\n`);
  process.exit(2);
}

const build = await runCommand(["node", "electron/build/build.ts"], { output: "stream" });
if (!build.ok) process.exit(1);
for (const [id, measure] of Object.entries(figures)) {
  if (asked.length > 0 && !asked.includes(id)) continue;
  for (const { name, measured, goal, isMet } of [await measure()].flat()) {
    process.stdout.write(`${name}\n    ${measured} (${goal}${isMet ? "" : ": MISSED"})\n`);
  }
}
