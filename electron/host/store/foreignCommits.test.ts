import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { openRecorder } from "./openRecorder.ts";
import { openStore } from "./openStore.ts";
import { append, record, storeFolder } from "./store.fixture.ts";

test("what a command writes beside the workbench is told, and what the workbench writes, reads and indexes itself is not", async () => {
  await using folder = await storeFolder();
  let told = 0;
  const store = await openStore({ dataDir: folder.dataDir, onForeignCommit: () => (told += 1) });
  try {
    await append(store, record(), record());
    await store.reader.listExchanges({ session: store.sessions.openId, filter: "order", limit: 10 });
    await setTimeout(1500);
    expect(told).toBe(0);
    await using command = await openRecorder(folder.dataDir);
    command.write(() => command.sessions.create("By a command"));
    await command.committed();
    await expect.poll(() => told, { timeout: 5000 }).toBe(1);
    expect(store.sessions.list().map(({ name }) => name)).toContain("By a command");
  } finally {
    await store.close();
  }
});
