import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isUnderWay } from "../../core/contract/jobs.ts";
import { generateSession } from "../data/generateSession.ts";
import { startServe } from "../fixtures/serve.ts";
import { controlClient } from "./controlClient.ts";
import { type Figure, median } from "./figure.ts";
import { delayOfTraffic, requestsPerSecond } from "./load.ts";

const exchanges = 10_000;
const rounds = 3;
const seconds = 5;
const goal = 3;

type Client = ReturnType<typeof controlClient>;
type Work = (client: Client, session: string) => Promise<unknown>;

async function untilJobEnds(client: Client, id: string): Promise<void> {
  for (;;) {
    const job = (await client.jobs.list()).find((each) => each.id === id);
    if (!job || !isUnderWay(job)) return;
    await setTimeout(100);
  }
}

const masked = { filter: "", isMasked: true, alsoMask: [], keep: [], secret: "0".repeat(64) };

/** Heavy work as a person starts it, and none. */
const works: Readonly<Record<string, Work>> = {
  alone: () => setTimeout(100),
  search: (client, session) => client.exchanges.list({ session, filter: "teapot -recycled", limit: 100 }),
  export: async (client, session) =>
    untilJobEnds(client, (await client.exports.start({ session, format: "har", ...masked })).job),
  compare: async (client, session) =>
    untilJobEnds(client, (await client.comparison.startSessions({ left: session, right: session })).id),
};

/** The 99th percentile of the time to an answer at a steady rate, while heavy work goes on, against traffic alone. */
export async function trafficDelay(): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), "workbench-bench-"));
  const session = await generateSession({ dataDir: folder, exchanges, seed: 7, session: "Many" });
  const serve = await startServe(folder, ["--rate-limit=off"]);
  try {
    const client = controlClient(serve.control);
    await client.sessions.create({ name: "Traffic" });
    const url = `${serve.compat}/api/events`;
    await requestsPerSecond(url, { amount: 5000 });
    // Until these are indexed.
    await setTimeout(5000);
    const delays = new Map<string, number[]>();
    for (let round = 0; round < rounds; round++) {
      for (const [name, work] of Object.entries(works)) {
        delays.set(name, [...(delays.get(name) ?? []), await delayBeside(url, () => work(client, session))]);
      }
    }
    const medians = [...delays].map(([name, measured]) => ({ name, delay: median(measured) }));
    const alone = medians[0]?.delay ?? Number.NaN;
    const worst = Math.max(...medians.map(({ delay }) => delay / alone));
    const lines = medians.map(({ name, delay }) => `${name} ${delay} ms`);
    return {
      name: `99th percentile of the time to an answer, 100 requests a second, beside work on ${exchanges.toLocaleString("en-US")} exchanges (${lines.join("; ")})`,
      measured: `${worst.toFixed(1)} times at most`,
      goal: `at most ${goal}`,
      isMet: worst <= goal,
    };
  } finally {
    await serve.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What traffic waits for while the work is done again and again. */
async function delayBeside(url: string, work: () => Promise<unknown>): Promise<number> {
  const over = new AbortController();
  const working = (async () => {
    while (!over.signal.aborted) await work();
  })();
  const delay = await delayOfTraffic(url, seconds);
  over.abort();
  await working;
  return delay;
}
