import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect } from "vitest";
import { exchangeSchema } from "../../../../../core/exchange/exchange.ts";
import type { ExportFormatName } from "../../../../../core/formats/export/exportFormats.ts";
import {
  runProgram,
  type Serving,
  startServing,
  type TemporaryFolder,
  temporaryFolder,
} from "../../../program.fixture.ts";

/** A key of the workbench; the exports hold none. */
export const apiKey = `ps_test_${"consumers".padEnd(32, "0")}`;

export interface RecordedFolder extends AsyncDisposable {
  readonly path: string;
  readonly dataDir: string;
  /** Writes the recorded session, masked unless `options` say otherwise; answers with the place. */
  exportAs(format: ExportFormatName, ...options: readonly string[]): Promise<string>;
  /** A workbench on an empty folder. */
  startFresh(name: string): Promise<Serving>;
  /** How the sessions of another folder compare with the recorded one. */
  compareWith(serving: Serving, dataDir: string): Promise<string>;
}

const profileOf = (email: string, rest: object = {}) => ({ data: { type: "profile", attributes: { email, ...rest } } });
const metricOf = (name: string) => ({ data: { type: "metric", attributes: { name } } });
const eventOf = (email: string, rest: object = {}) => ({
  type: "event",
  attributes: { metric: metricOf("Placed Order"), profile: profileOf(email), properties: { order: "ORD-1" }, ...rest },
});
const ada = { first_name: "Ada", last_name: "Lovelace", phone_number: "+12025550123", location: { city: "Ames" } };
const events = ["a@example.com", "b@example.com"].map((email) => ({
  type: "event-bulk-create",
  attributes: {
    profile: profileOf(email),
    events: { data: [{ type: "event", attributes: { metric: metricOf("Viewed"), properties: { n: 1 } } }] },
  },
}));
const people = ["c@example.com", "d@example.com"].map((email) => profileOf(email).data);

/** What an integration sends on an ordinary day, beside a compressed event: accepted, refused, repeated, bulk, unsupported, not JSON at all. */
const requests: readonly (readonly [path: string, body: string])[] = [
  ["/api/profiles", JSON.stringify(profileOf("ada@example.com", ada))],
  ["/api/profiles/", JSON.stringify(profileOf("ada@example.com", { first_name: "Ada" }))],
  ["/api/events", JSON.stringify({ data: eventOf("ada@example.com", { value: 79.5, unique_id: "u-1" }) })],
  ["/api/events?a[b]=it's%20%22", JSON.stringify({ data: eventOf("eve@example.com", { value_currency: "USD" }) })],
  ["/api/events", JSON.stringify({ data: eventOf("eve@example.com") }).replace('"ORD-1"', "12345678901234567890.10")],
  ["/api/events", `{"data": "ünterbrochen \u2028 $HOME \`x\` '`],
  [
    "/api/event-bulk-create-jobs",
    JSON.stringify({
      data: { type: "event-bulk-create-job", attributes: { "events-bulk-create": { data: events } } },
    }),
  ],
  [
    "/api/profile-bulk-import-jobs",
    JSON.stringify({ data: { type: "profile-bulk-import-job", attributes: { profiles: { data: people } } } }),
  ],
  ["/api/lists", "{}"],
];

async function record(serving: Serving): Promise<void> {
  for (const [path, body] of requests) {
    const headers = {
      authorization: `Klaviyo-API-Key ${apiKey}`,
      "content-type": "application/vnd.api+json",
      revision: "2026-07-15",
      "x-tag": `it's "quoted" $HOME`,
    };
    await fetch(`${serving.ready.compat}${path}`, { method: "POST", headers, body });
  }
  const packed = gzipSync(JSON.stringify({ data: eventOf("zoe@example.com") }));
  const coding = {
    authorization: `Klaviyo-API-Key ${apiKey}`,
    "content-type": "application/json",
    "content-encoding": "gzip",
  };
  await fetch(`${serving.ready.compat}/api/events`, { method: "POST", headers: coding, body: packed });
  const get = { headers: { authorization: "Klaviyo-API-Key nobody" } };
  await fetch(`${serving.ready.compat}/api/profiles`, get);
}

async function run(...args: readonly string[]): Promise<void> {
  const { code, stderr } = await runProgram(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
}

function earlier(line: string): string {
  const { at, ...exchange } = exchangeSchema.parse(JSON.parse(line));
  return JSON.stringify({ ...exchange, at: new Date(Date.parse(at) - 1000).toISOString() });
}

/** Makes the first request of a session file one that was answered after the second, which is refused unless it is sent after the first. */
async function delayFirstAnswer(file: string, out: string): Promise<void> {
  const [header = "", first = "", second = "", ...others] = gunzipSync(await readFile(file))
    .toString()
    .split("\n");
  await writeFile(out, [header, second, earlier(first), ...others].join("\n"));
}

/**
 * A data folder with a session that was recorded by sending requests to a workbench, which has ended since. The request that arrived first was answered after
 * the second.
 */
export async function recordedFolder(): Promise<RecordedFolder> {
  const folder: TemporaryFolder = await temporaryFolder();
  const captured = join(folder.path, "captured");
  const serving = await startServing(["--data-dir", captured]);
  await record(serving);
  await serving.stop();
  const file = join(folder.path, "captured.session");
  const delayed = join(folder.path, "delayed.session");
  const asRecorded = ["--format", "session", "--no-mask", "--data-dir", captured];
  await run("export", "--session", "latest", ...asRecorded, "--out", file);
  await delayFirstAnswer(file, delayed);
  const dataDir = join(folder.path, "recorded");
  await run("import", delayed, "--session", "Recorded", "--data-dir", dataDir);
  return {
    path: folder.path,
    dataDir,
    async exportAs(format, ...options) {
      const out = join(folder.path, `${format}${options.length}`);
      const args = ["export", "--session", "Recorded", "--format", format, "--out", out, "--data-dir", dataDir];
      await run(...args, ...options);
      return out;
    },
    startFresh: (name) => startServing(["--data-dir", join(folder.path, name)]),
    async compareWith(there, name) {
      await there.stop();
      const files: string[] = [];
      for (const [session, from] of [
        ["Recorded", dataDir],
        ["latest", join(folder.path, name)],
      ] as const) {
        const out = join(folder.path, `${name}-${session}.session`);
        const args = ["export", "--session", session, "--format", "session", "--no-mask", "--out", out];
        await runProgram([...args, "--data-dir", from]);
        files.push(out);
      }
      const { code, stdout, stderr } = await runProgram(["compare", ...files, "--data-dir", dataDir]);
      return code === 0 ? "same" : stdout + stderr;
    },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

/** The text of a file that was written. */
export const textOf = (path: string): Promise<string> => readFile(path, "utf8");
