import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { withServe } from "./benchServe.ts";
import { type Figure, median } from "./figure.ts";
import { requestsPerSecond } from "./load.ts";

const rounds = 3;
const seconds = 6;
const goal = 0.5;

/** Recorded events per second against a server that records nothing; in turns, so that both have the same machine. */
export async function requestRate(): Promise<Figure> {
  const bare = spawn(process.execPath, [join(import.meta.dirname, "bareServer.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [bareUrl] = await once(createInterface({ input: bare.stdout }), "line");
  try {
    const ratio = await withServe(async ({ compat }) => {
      const events = `${compat}/api/events`;
      for (const url of [bareUrl, events]) await requestsPerSecond(url, { seconds: 2 });
      const ratios: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const yardstick = await requestsPerSecond(bareUrl, { seconds });
        ratios.push((await requestsPerSecond(events, { seconds })) / yardstick);
      }
      return median(ratios);
    });
    return {
      name: "POST /klaviyo/v1/api/events, 1 KB, recorded before it is answered: rate against a bare server that parses and echoes",
      measured: ratio.toFixed(2),
      goal: `at least ${goal}`,
      isMet: ratio >= goal,
    };
  } finally {
    bare.kill();
  }
}
