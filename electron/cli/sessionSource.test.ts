import { join } from "node:path";
import { expect, test } from "vitest";
import { noRetention } from "../../core/contract/settings.ts";
import { Jobs } from "../host/jobs/jobs.ts";
import { RetentionKeeper } from "../host/sessions/retentionKeeper.ts";
import { append, record, storeFolder } from "../host/store/store.fixture.ts";
import { openSessionSource } from "./sessionSource.ts";

test("a command that reads a session beside a workbench reads all that was there when it began, also what limits remove meanwhile", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  for (const id of ["first", "second", "third"]) await append(store, record({ id }));
  await using source = await openSessionSource("latest", folder.dataDir, { inSnapshot: true });
  const idsOf = (exchanges: Iterable<{ readonly id: string }>) => Array.from(exchanges, ({ id }) => id);
  const begun = source.exchanges();
  expect(begun.next().value?.id).toBe("first");

  store.settings.update({ retention: { ...noRetention, exchanges: 1 } });
  const limits = { store, jobs: new Jobs(() => undefined), log: () => undefined, onRemoved: () => undefined };
  const retention = new RetentionKeeper(limits);
  await retention.sweep();
  await retention.close();
  await append(store, record({ id: "fourth" }));
  expect(store.sessions.get(store.sessions.openId)).toMatchObject({ exchanges: 2, dropped: 2 });

  expect(idsOf(begun)).toEqual(["second", "third"]);
  expect(idsOf(source.arrivals())).toEqual(["first", "second", "third"]);
  expect([source.session.exchanges, source.exchange("second")?.id]).toEqual([3, "second"]);
});

test("a mistyped session file is said not to be there, beside that there is no database to look in either", async () => {
  await using folder = await storeFolder();
  const dataDir = join(folder.dataDir, "none");
  await expect(openSessionSource("chekout.session", dataDir)).rejects.toThrow(
    `There is no file "chekout.session". There is no workbench database in ${dataDir}.`,
  );
  await expect(openSessionSource("latest", dataDir)).rejects.toThrow(/^There is no workbench database in/u);
});
