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

/** Starts a server of this folder and lets it go when it is disposed of. */
async function startServer(file: string): Promise<{ readonly url: string } & Disposable> {
  const server = spawn(process.execPath, [join(import.meta.dirname, file)], { stdio: ["ignore", "pipe", "inherit"] });
  const [url] = await once(createInterface({ input: server.stdout }), "line");
  return { url, [Symbol.dispose]: () => server.kill() };
}

/** Recorded events per second against a server that records nothing, and against one that does nothing but record; in turns, so that all have the same machine. */
export async function requestRate(): Promise<Figure> {
  using bare = await startServer("bareServer.ts");
  using storing = await startServer("storingServer.ts");
  const ofBare: number[] = [];
  const storingOfBare: number[] = [];
  await withServe(async ({ compat }) => {
    const events = `${compat}/api/events`;
    for (const url of [bare.url, storing.url, events]) await requestsPerSecond(url, { seconds: 2 });
    for (let round = 0; round < rounds; round++) {
      const yardstick = await requestsPerSecond(bare.url, { seconds });
      storingOfBare.push((await requestsPerSecond(storing.url, { seconds })) / yardstick);
      ofBare.push((await requestsPerSecond(events, { seconds })) / yardstick);
    }
  });
  const ratio = median(ofBare);
  return {
    name: "POST /klaviyo/v1/api/events, 1 KB, recorded before it is answered: rate against a bare server that parses and echoes",
    measured: `${ratio.toFixed(2)}; the bare server that also commits what it was sent and answers, and nothing else: ${median(storingOfBare).toFixed(2)}`,
    goal: `at least ${goal}`,
    isMet: ratio >= goal,
  };
}
