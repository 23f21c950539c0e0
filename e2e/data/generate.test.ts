import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openRecords } from "../../electron/host/store/openRecords.ts";
import { generateSession } from "./generateSession.ts";

/** Requests and statuses of a generated session. */
async function generated(dataDir: string, seed: number): Promise<string[]> {
  const id = await generateSession({ dataDir, exchanges: 300, seed, session: "Generated" });
  using records = openRecords(dataDir);
  return [...records.inOrder(id, "")].map(
    ({ request, response, native }) => `${response?.status} ${native.length} ${request.path} ${request.body}`,
  );
}

test("generated sessions hold answers of all kinds, and the same requests for the same seed", {
  timeout: 120_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), "compat-workbench-generate-"));
  try {
    const first = await generated(join(folder, "a"), 7);
    expect(await generated(join(folder, "b"), 7)).toEqual(first);
    expect(await generated(join(folder, "c"), 8)).not.toEqual(first);
    expect(new Set(first.map((line) => line.slice(0, 3)))).toEqual(new Set(["201", "202", "400", "401", "404", "409"]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
