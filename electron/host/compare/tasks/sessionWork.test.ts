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

test("native calls that were never made are no change of the translation", async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  const jobs = new Jobs(() => undefined);
  onTestFinished(() => jobs.close());
  const work = new SessionWork(jobs, store);
  const { id } = store.sessions.create("Stopped");
  const data = ["ada", "bob", "eve"].map((name) => ({ type: "profile", attributes: { email: `${name}@example.com` } }));
  const document = { data: { type: "profile-bulk-import-job", attributes: { profiles: { data } } } };
  const made = { identifiers: { email: "ada@example.com" }, attributes: {} };
  const call = record().native.map((native) => ({
    ...native,
    request: { ...native.request, path: "/v1/profiles/upsert", body: JSON.stringify(made) },
  }));
  store.exchanges.append(
    record({
      endpoint: "profile-bulk-import-jobs",
      request: { method: "POST", path: "/api/profile-bulk-import-jobs", headers: [], body: JSON.stringify(document) },
      native: call,
      nativePending: 2,
    }),
    id,
  );
  await store.committed();
  const result = await work.result(work.retranslate(id) ?? "", "retranslate");
  expect(result?.totals).toMatchObject({ total: 1, same: 1, changed: 0 });
});
