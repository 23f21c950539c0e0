import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
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

/** What an integration sends on an ordinary day: accepted, refused, repeated, bulk, unsupported, not JSON at all. */
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
  const get = { headers: { authorization: "Klaviyo-API-Key nobody" } };
  await fetch(`${serving.ready.compat}/api/profiles`, get);
}

/** A data folder with a session that was recorded by sending requests to a workbench, which has ended since. */
export async function recordedFolder(): Promise<RecordedFolder> {
  const folder: TemporaryFolder = await temporaryFolder();
  const dataDir = join(folder.path, "recorded");
  const serving = await startServing(["--data-dir", dataDir]);
  await record(serving);
  await serving.stop();
  return {
    path: folder.path,
    dataDir,
    async exportAs(format, ...options) {
      const out = join(folder.path, `${format}${options.length}`);
      const args = ["export", "--session", "latest", "--format", format, "--out", out, "--data-dir", dataDir];
      const { code, stderr } = await runProgram([...args, ...options]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      return out;
    },
    startFresh: (name) => startServing(["--data-dir", join(folder.path, name)]),
    async compareWith(there, name) {
      await there.stop();
      const files: string[] = [];
      for (const [label, from] of [
        ["recorded", dataDir],
        ["sent", join(folder.path, name)],
      ] as const) {
        const out = join(folder.path, `${name}-${label}.session`);
        const args = ["export", "--session", "latest", "--format", "session", "--no-mask", "--out", out];
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
