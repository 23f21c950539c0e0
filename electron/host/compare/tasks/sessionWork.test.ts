import { expect, onTestFinished, test } from "vitest";
import { Jobs } from "../../jobs/jobs.ts";
import { record, storeFolder } from "../../store/store.fixture.ts";
import { SessionWork } from "./sessionWork.ts";

test("work over a session is done once, and again when an exchange has taken the place of another", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const jobs = new Jobs(() => undefined);
  onTestFinished(() => jobs.close());
  const work = new SessionWork(jobs, store);
  const { id: left } = store.sessions.create("Left");
  const { id: right } = store.sessions.create("Right");
  const add = async (session: string, status: number) => {
    store.exchanges.append(record({ response: { status, headers: [], body: "{}" } }), session);
    await store.committed();
  };
  await add(left, 202);
  await add(right, 202);

  const first = work.compare(left, right) ?? "";
  expect((await work.result(first, "compare"))?.totals).toMatchObject({ same: 1 });
  expect(work.compare(left, right)).toBe(first);
  const translated = work.retranslate(left) ?? "";
  await work.result(translated, "retranslate");
  expect(work.retranslate(left)).toBe(translated);

  const positions = await store.reader.findPositions([left], "");
  store.write(() => store.transfer.drop(positions, left));
  await add(left, 429);
  const second = work.compare(left, right) ?? "";
  expect((await work.result(second, "compare"))?.totals).toMatchObject({ same: 0 });
  const again = work.retranslate(left) ?? "";
  expect(again).not.toBe(translated);
  await work.result(again, "retranslate");
});
