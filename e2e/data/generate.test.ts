import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openRecords } from "../../electron/host/store/openRecords.ts";
import { generateSession } from "./generateSession.ts";

interface Generated {
  /** Each request with the status of its answer, in the order of arrival. */
  readonly requests: string[];
  readonly statuses: Set<number | undefined>;
}

async function generated(dataDir: string, seed: number): Promise<Generated> {
  const id = await generateSession({ dataDir, exchanges: 300, seed, session: "Generated" });
  using records = openRecords(dataDir);
  const exchanges = [...records.exchangesAt(records.findArrivals(id, ""))];
  return {
    requests: exchanges.map(({ request, response }) => `${request.path} ${request.body} ${response?.status}`),
    statuses: new Set(exchanges.map(({ response }) => response?.status)),
  };
}

test("generated sessions hold answers of all kinds, and the same requests and answers for the same seed", {
  timeout: 120_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), "compat-workbench-generate-"));
  try {
    const first = await generated(join(folder, "a"), 7);
    expect((await generated(join(folder, "b"), 7)).requests).toEqual(first.requests);
    expect((await generated(join(folder, "c"), 8)).requests).not.toEqual(first.requests);
    expect(first.statuses).toEqual(new Set([201, 202, 400, 401, 404, 409]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
