import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Exchange } from "../../../core/exchange/exchange.ts";
import { type ExportFormatName, exportFormats } from "../../../core/formats/export/exportFormats.ts";
import { sampleExchange } from "../../../core/formats/export/sampleExchange.fixture.ts";
import { sampleSession } from "../../../core/formats/export/sampleSession.fixture.ts";
import { type Ended, runProgram, startServing, type TemporaryFolder, temporaryFolder } from "../program.fixture.ts";

/** The bodies of all exchanges are far more than the memory that the program is given for its objects, in megabytes. */
const memoryLimit = 64;
const exchangeCount = 1500;
const note = "word ".repeat(4000);
const timeout = 300_000;

/** Runs the program in little memory: what would hold a whole session ends there. */
function run(...args: readonly string[]): Promise<Ended> {
  return runProgram(args, "", { NODE_OPTIONS: `--max-old-space-size=${memoryLimit}` });
}

async function* exchanges(): AsyncGenerator<Exchange, void, undefined> {
  const { native, ...sample } = sampleExchange();
  for (let seq = 1; seq <= exchangeCount; seq++) {
    const email = `person-${seq % 50}@example.com`;
    const body = JSON.stringify({ data: { type: "profile", attributes: { email, properties: { note } } } });
    const request = { ...sample.request, body };
    const calls = native.map((call) => ({
      ...call,
      request: { ...call.request, body: JSON.stringify({ email, note }) },
    }));
    yield { ...sample, id: `x${seq}`, seq, request, native: calls };
  }
}

async function writeExport(name: ExportFormatName, file: string): Promise<void> {
  const context = { compatUrl: "http://localhost:8020", nativeUrl: "http://localhost:8020", version: "1", now: "" };
  async function* texts(): AsyncGenerator<string> {
    const chunks = exportFormats[name].write(exchanges(), { ...context, session: sampleSession });
    for await (const { text } of chunks) yield text;
  }
  await pipeline(Readable.from(texts()), createWriteStream(file));
}

let folder: TemporaryFolder;
let dataDir: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  dataDir = join(folder.path, "data");
  const file = join(folder.path, "long.session");
  await writeExport("session", file);
  const { code, stderr } = await run("import", file, "--session", "Long", "--data-dir", dataDir);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
}, timeout);
afterAll(() => folder[Symbol.asyncDispose]());

test("a HAR far longer than the memory is imported", { timeout }, async () => {
  const file = join(folder.path, "long.har");
  await writeExport("har", file);
  const { code, stdout } = await run("import", file, "--data-dir", join(folder.path, "har"));
  expect({ code, ...JSON.parse(stdout) }).toMatchObject({ code: 0, exchanges: exchangeCount, skipped: 0 });
});

async function exportLong(format: string, ...options: readonly string[]): Promise<unknown> {
  const out = join(folder.path, `${format}${options.length}`);
  const args = ["export", "--session", "Long", "--format", format, "--out", out, "--data-dir", dataDir];
  const { code, stdout, stderr } = await run(...args, ...options);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout);
}

test.each(Object.keys(exportFormats))(
  "a session far longer than the memory is exported as %s",
  {
    timeout,
  },
  async (format) => {
    expect(await exportLong(format, "--no-mask")).toMatchObject({ exchanges: exchangeCount });
  },
);

test("a session far longer than the memory is masked", { timeout }, async () => {
  expect(await exportLong("session")).toMatchObject({ exchanges: exchangeCount, masked: { email: 50 } });
});

test("sessions far longer than the memory are compared, and translated again", { timeout }, async () => {
  const compared = await run("compare", "Long", "Long", "--data-dir", dataDir);
  expect(compared).toMatchObject({ code: 0, stdout: expect.stringContaining(`${exchangeCount} same`) });
  const again = await run("retranslate", "Long", "--data-dir", dataDir);
  expect(again.stderr).toBe("");
  expect(again.stdout).toContain(String(exchangeCount));
});

test("a session far longer than the memory is replayed", { timeout }, async () => {
  await using target = await startServing(["--rate-limit", "off", "--data-dir", join(folder.path, "target")]);
  const options = ["--target", target.ready.compat, "--data-dir", dataDir, "--json"];
  const { stdout, stderr } = await run("replay", "Long", ...options);
  expect(stderr).not.toContain("heap");
  expect(JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "")).toMatchObject({ total: exchangeCount });
});
