import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";
import { expect, test } from "vitest";
import { controlCaller, controlClient, type HostClient } from "../../../host/control/controlClient.fixture.ts";
import { faultsIn, recordedRows } from "../../../host/store/sound.fixture.ts";
import { type Serving, startServing, temporaryFolder } from "../../program.fixture.ts";

/** KILL_ROUNDS=300 kills three hundred times; KILL_SEED gives other moments. */
const rounds = Number(process.env.KILL_ROUNDS ?? 15);
const seed = Number(process.env.KILL_SEED ?? 1);
/** From the first request to the kill, in milliseconds. */
const moments = { least: 60, most: 900 };

const generator = mersenne(seed);
const chance = (): number => uniformFloat64(generator);
const choose = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(chance() * list.length)] ?? list[0];

const headers = {
  authorization: `Klaviyo-API-Key ps_test_${"k".repeat(32)}`,
  "content-type": "application/vnd.api+json",
};

const profile = (email: string) => ({ data: { type: "profile", attributes: { email } } });
const event = (order: string) => ({
  data: {
    type: "event",
    attributes: {
      metric: { data: { type: "metric", attributes: { name: "Placed Order" } } },
      profile: profile("ada@example.com"),
      properties: { order },
      unique_id: order,
    },
  },
});
const bulk = (name: string) => ({
  data: {
    type: "profile-bulk-import-job",
    attributes: {
      profiles: { data: Array.from({ length: 200 }, (_, index) => profile(`${name}-${index}@example.com`).data) },
    },
  },
});

interface Answered {
  readonly id: string;
  /** A word of its body that no other request has. */
  readonly word: string;
  readonly path: string;
}

/** Sends one request after the other until the host is gone. */
async function load({ ready }: Serving, name: string, answered: Answered[]): Promise<void> {
  for (let count = 0; ; count += 1) {
    const word = `${name}x${count}`;
    const [path, body] = choose<readonly [string, object]>([
      ["events", event(word)],
      ["events", event(word)],
      ["profiles", profile(`${word}@example.com`)],
      ["profile-bulk-import-jobs", bulk(word)],
    ]);
    const request = { method: "POST", headers, body: JSON.stringify(body) };
    const response = await fetch(`${ready.compat}/api/${path}`, request);
    answered.push({ id: response.headers.get("x-klaviyo-req-id") ?? "", word, path });
    await response.arrayBuffer();
  }
}

interface Page {
  readonly client: HostClient;
  readonly upload: (name: string, text: string) => Promise<unknown>;
}

function pageOf({ ready }: Serving): Page {
  const { origin, headers } = controlCaller(ready.control);
  return {
    client: controlClient(ready.control),
    upload: (name, body) =>
      fetch(`${origin}/imports?name=${name}`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/octet-stream" },
        body,
      }),
  };
}

const importedLines = 3000;
const importedText = Array.from(
  { length: importedLines },
  (_, index) => `curl https://a.klaviyo.com/api/profiles --json '${JSON.stringify(profile(`${index}@example.com`))}'\n`,
).join("");

/** Work on whole sessions that a kill may cut off. */
const works = {
  nothing: async () => undefined,
  import: ({ upload }) => upload("imported.sh", importedText),
  copy: ({ client }, session) => client.sessions.copy({ sessions: [session], name: "Copied" }),
  split: ({ client }, session) => client.sessions.split({ id: session, filter: "endpoint:profiles", name: "Part" }),
  export: ({ client }, session) =>
    client.exports.start({
      session,
      format: "session",
      isMasked: true,
      alsoMask: [],
      keep: [],
      secret: "0".repeat(64),
    }),
  replay: ({ client }, session) => {
    const settings = {
      target: { kind: "workbench" },
      pace: { kind: "fast" },
      maxIdleMs: null,
      concurrency: 4,
      filter: "",
    } as const;
    return client.replays.start({ session, settings, key: "" });
  },
} satisfies Record<string, (page: Page, session: string) => Promise<unknown>>;

test(`a host killed at ${rounds} random moments has every answered request and nothing half written`, {
  timeout: 60_000 + rounds * 15_000,
}, async () => {
  await using folder = await temporaryFolder();
  const options = ["--data-dir", folder.path, "--rate-limit", "off"];
  const answered: Answered[] = [];
  const notices: string[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const serving = await startServing(options);
    const page = pageOf(serving);
    const status = await page.client.workbench.status();
    notices.push(...status.notices);

    // What the kill before left, once the next start has been over it.
    expect({ round, faults: faultsIn(folder.path) }).toEqual({ round, faults: [] });
    const recorded = recordedRows(folder.path);
    const ids = new Set(recorded.map(({ id }) => id));
    expect({ round, lost: answered.filter(({ id }) => !ids.has(id)) }).toEqual({ round, lost: [] });
    const imported = recorded.filter(({ session }) => session === "imported.sh").length;
    expect({ round, imported: imported % importedLines }).toEqual({ round, imported: 0 });
    expect(existsSync(join(folder.path, "exports"))).toBe(false);
    const last = answered.findLast(({ path }) => path === "events");
    const query = { session: status.session.id, filter: last?.word ?? "" };
    const found = last && (await page.client.exchanges.list(query)).exchanges.map(({ id }) => id);
    expect({ round, found }).toEqual({ round, found: last && [last.id] });
    if (round === rounds) {
      await serving.stop();
      break;
    }

    const before = answered.length;
    const work = choose(Object.entries(works) as [[string, (typeof works)["copy"]]]);
    const clients = [0, 1, 2].map((client) => load(serving, `r${round}c${client}`, answered));
    const working = work[1](page, status.session.id);
    await setTimeout(moments.least + chance() * (moments.most - moments.least));
    serving.child.kill("SIGKILL");
    await Promise.allSettled([...clients, working]);
    await serving.stop();
    console.log(`Round ${round}: killed with ${work[0]} under way, ${answered.length - before} answered.`);
  }
  console.log(`Seed ${seed}: ${rounds} kills, ${answered.length} answered requests, all in the store.`);
  for (const notice of notices) console.log(`  ${notice}`);
});
