import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { dataFolderAt } from "../folder/dataFolder.ts";
import { readHeader } from "../folder/inspectDatabase.ts";
import { openDatabase } from "../folder/openDatabase.ts";
import { faultsIn, recordedRows } from "../sound.fixture.ts";
import { storeFolder } from "../store.fixture.ts";
import { currentVersion } from "./migrate.ts";
import { buildVersionOne } from "./versionOne.fixture.ts";

const old = { exchanges: 500, removed: 40_000 };
/** Says when it is about to open the database, which brings it to the newest version. */
const program = `
import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, "..", "folder", "openDatabase.ts"))};
import { dataFolderAt } from ${JSON.stringify(join(import.meta.dirname, "..", "folder", "dataFolder.ts"))};
process.stdout.write("go");
openDatabase(dataFolderAt(process.argv[1]), new Date());
process.stdout.write("done");
`;

function versionOf(dataDir: string): number {
  using database = new DatabaseSync(dataFolderAt(dataDir).database, { readOnly: true });
  return readHeader(database).user_version;
}

/** Migrates in another process; kills it so many milliseconds after it began. Answers with how long it took where it was let. */
async function migrateAside(dataDir: string, killAfter?: number): Promise<number> {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = once(child, "close");
  await once(child.stdout, "data");
  const begun = performance.now();
  if (killAfter !== undefined) {
    await setTimeout(killAfter);
    child.kill("SIGKILL");
  }
  await closed;
  return performance.now() - begun;
}

test("a database of the first version has all its exchanges after each way to the newest, killed or not", {
  timeout: 120_000,
}, async () => {
  await using folder = await storeFolder();
  const at = (name: string): string => join(dirname(folder.dataDir), name);
  buildVersionOne(at("old"), old);
  await cp(at("old"), at("whole"), { recursive: true });
  const took = await migrateAside(at("whole"));
  expect(versionOf(at("whole"))).toBe(currentVersion);

  const rounds = 6;
  const versions: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const killed = at(`killed-${round}`);
    await cp(at("old"), killed, { recursive: true });
    await migrateAside(killed, (took * round) / rounds);
    versions.push(versionOf(killed));
    openDatabase(dataFolderAt(killed), new Date()).database.close();
    expect(versionOf(killed)).toBe(currentVersion);
    expect(faultsIn(killed)).toEqual([]);
    expect(recordedRows(killed)).toHaveLength(old.exchanges);
  }
  console.log(`Killed on the way to version ${currentVersion}, at version: ${versions.join(", ")}.`);
  await cp(at("killed-1"), folder.dataDir, { recursive: true });
  const store = await folder.open();
  expect(await store.reader.getExchange("old-500")).toMatchObject({
    seq: 500,
    native: [{ response: { status: 201 } }],
  });
  expect(store.sandbox.findProfiles("ps_test_#0", { email: "ada@example.com" })).toMatchObject([{ id: "prof_old" }]);
});
