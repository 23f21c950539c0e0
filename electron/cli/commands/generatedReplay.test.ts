import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Exchange } from "../../../core/exchange/exchange.ts";
import { generateSession } from "../../../e2e/data/generateSession.ts";
import { openRecorder } from "../../host/store/openRecorder.ts";
import { openRecords } from "../../host/store/openRecords.ts";
import { runProgram, startServing, type TemporaryFolder, temporaryFolder } from "../program.fixture.ts";

const exchangeCount = 10_000;
const timeout = 600_000;

const resultSchema = z.object({ recorded: z.string(), verdict: z.string(), summary: z.string() });
const totalsSchema = z.object({ total: z.int(), same: z.int(), changed: z.int(), failed: z.int() });

let folder: TemporaryFolder;
let dataDir: string;
let session: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  dataDir = join(folder.path, "here");
  session = await generateSession({ dataDir, exchanges: exchangeCount, seed: 7, session: "Generated" });
}, timeout);
afterAll(() => folder[Symbol.asyncDispose]());

/** Replays the generated session; answers with the ids of what did not come back the same. */
async function replay(target: string) {
  const { stdout, stderr } = await runProgram(["replay", session, "--target", target, "--json", "--data-dir", dataDir]);
  const lines = stdout.trimEnd().split("\n");
  const totals = totalsSchema.parse(JSON.parse(lines.pop() ?? ""));
  const results = lines.map((line) => resultSchema.parse(JSON.parse(line)));
  return { totals, stderr, others: results.filter(({ verdict }) => verdict !== "same") };
}

test(`${exchangeCount} exchanges come back the same from another workbench`, { timeout }, async () => {
  await using there = await startServing(["--rate-limit", "off", "--data-dir", join(folder.path, "there")]);
  expect(await replay(there.ready.compat)).toEqual({
    totals: { total: exchangeCount, same: exchangeCount, changed: 0, failed: 0 },
    others: [],
    stderr: "",
  });
});

/** Whether an event of the metric was taken, alone or among those of a bulk request. */
function wasTaken({ request, response }: Exchange, metric: string): boolean {
  return response?.status === 202 && String(request.body).includes(JSON.stringify({ name: metric }));
}

test("under another metric table the exchanges that it changes are changed, and no other", { timeout }, async () => {
  const metric = "Viewed Product";
  {
    await using recorder = await openRecorder(dataDir);
    recorder.write(() => recorder.sandbox.reset(undefined));
    recorder.settings.update({ metrics: { [metric]: "product.viewed" }, rateLimit: "off" });
  }
  using records = openRecords(dataDir);
  const concerned = [...records.exchangesAt(records.findPositions([session], ""))].filter((exchange) =>
    wasTaken(exchange, metric),
  );
  const { others } = await replay("workbench");
  expect(concerned.length).toBeGreaterThan(0);
  expect(others.map(({ recorded }) => recorded).sort()).toEqual(concerned.map(({ id }) => id).sort());
  expect(new Set(others.map(({ verdict }) => verdict))).toEqual(new Set(["changed"]));
});
