import { spawnSync } from "node:child_process";
import { withServe } from "./benchServe.ts";
import { type Figure, median } from "./figure.ts";

const rounds = 7;

async function timeToReady(): Promise<number> {
  const start = performance.now();
  return withServe(async () => performance.now() - start);
}

function timeOfNothing(): number {
  const start = performance.now();
  spawnSync(process.execPath, ["-e", "0"]);
  return performance.now() - start;
}

/** From the start of the process to its ready line, the database created, against Node doing nothing at all. */
export async function startTime(): Promise<Figure> {
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const yardstick = timeOfNothing();
    ratios.push((await timeToReady()) / yardstick);
  }
  const ratio = median(ratios);
  return {
    name: "From start to ready: time against `node -e 0`",
    measured: `${ratio.toFixed(1)} times`,
    goal: "no goal is set",
    isMet: true,
  };
}
