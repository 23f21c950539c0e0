import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { exportsPath } from "../../core/contract/exports.ts";
import { importPath, isUnderWay } from "../../core/contract/jobs.ts";
import { controlCaller, controlClient } from "../../electron/host/control/controlClient.fixture.ts";
import { generateSession } from "../data/generateSession.ts";
import { type Serve, startServe } from "../fixtures/serve.ts";
import { type Figure, median } from "./figure.ts";
import { delayOfTraffic, requestsPerSecond } from "./load.ts";

const exchanges = 10_000;
const rounds = 3;
const seconds = 5;
const goal = 3;

type Client = ReturnType<typeof controlClient>;

interface Target {
  readonly client: Client;
  readonly session: string;
  /** Imports the session from a file; resolves when that has ended. */
  readonly importFile: () => Promise<unknown>;
}
type Work = (target: Target) => Promise<unknown>;

async function untilJobEnds(client: Client, id: string): Promise<void> {
  for (;;) {
    const job = (await client.jobs.list()).find((each) => each.id === id);
    if (!job || !isUnderWay(job)) return;
    await setTimeout(100);
  }
}

const masked = { filter: "", isMasked: true, alsoMask: [], keep: [], secret: "0".repeat(64) };

/** Writes the session to a file, as it is; answers with how to import that. */
async function fileImport({ control }: Serve, session: string): Promise<Target["importFile"]> {
  const client = controlClient(control);
  const { job } = await client.exports.start({ session, format: "session", ...masked, isMasked: false });
  await untilJobEnds(client, job);
  const { origin, headers } = controlCaller(control);
  const file = await (await fetch(`${origin}${exportsPath}/${job}`, { headers })).blob();
  const octets = { ...headers, "content-type": "application/octet-stream" };
  return () => fetch(`${origin}${importPath}?name=again`, { method: "POST", headers: octets, body: file });
}

/** Heavy work as a person starts it, and none. */
const works = {
  alone: () => setTimeout(100),
  search: ({ client, session }) => client.exchanges.list({ session, filter: "teapot -recycled", limit: 100 }),
  export: async ({ client, session }) =>
    untilJobEnds(client, (await client.exports.start({ session, format: "har", ...masked, isMasked: false })).job),
  "masked export": async ({ client, session }) =>
    untilJobEnds(client, (await client.exports.start({ session, format: "har", ...masked })).job),
  import: ({ importFile }) => importFile(),
  compare: async ({ client, session }) =>
    untilJobEnds(client, (await client.comparison.startSessions({ left: session, right: session })).id),
} satisfies Readonly<Record<string, Work>>;

/** The 99th percentile of the time to an answer at a steady rate, while heavy work goes on, against traffic alone. */
export async function trafficDelay(): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), "workbench-bench-"));
  const session = await generateSession({ dataDir: folder, exchanges, seed: 7, session: "Many" });
  const serve = await startServe(folder, ["--rate-limit=off"]);
  try {
    const client = controlClient(serve.control);
    const target = { client, session, importFile: await fileImport(serve, session) };
    await client.sessions.create({ name: "Traffic" });
    const url = `${serve.compat}/api/events`;
    await requestsPerSecond(url, { amount: 5000 });
    const delays = new Map<string, number[]>();
    for (let round = 0; round < rounds; round++) {
      for (const [name, work] of Object.entries(works)) {
        // A search ends when all is indexed that came before it, an import by the round before too.
        await works.search(target);
        delays.set(name, [...(delays.get(name) ?? []), await delayBeside(url, () => work(target))]);
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
