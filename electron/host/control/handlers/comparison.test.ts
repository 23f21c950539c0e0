import { afterAll, beforeAll, expect, test } from "vitest";
import { record } from "../../store/store.fixture.ts";
import { callControl, type OpenControl, openControl } from "../control.fixture.ts";

let open: OpenControl;
beforeAll(async () => {
  open = await openControl();
});
afterAll(() => open[Symbol.asyncDispose]());

const answer = (score: number) => ({ status: 202, headers: [], body: `{"data":{"score":${score}}}` });

/** Three requests, and a replay of each with another score. */
async function recordTwice() {
  const { store } = open;
  const first = store.sessions.openId;
  const { id: second } = store.write(() => store.sessions.create("Second run"));
  for (const run of ["a", "b", "c"]) {
    const id = `${run}-first`;
    store.write(() => store.exchanges.append(record({ id, response: answer(1) }), first));
    const replay = record({ id: `${run}-second`, parent: id, origin: "replayed", response: answer(2) });
    store.write(() => store.exchanges.append(replay, second));
  }
  await store.committed();
  return { first, second };
}

test("two sessions are compared by lineage, what differs alike is one line, and a learnt rule makes them the same", async () => {
  const { comparison, settings } = callControl(open);
  const { first, second } = await recordTwice();
  expect(await comparison.relatedSessions({ session: second })).toEqual([{ id: first, relation: "parent" }]);

  const { id } = await comparison.startSessions({ left: first, right: second });
  const result = await comparison.sessions({ id });
  expect(result.totals).toMatchObject({ total: 3, changed: 3, leftOnly: 0 });
  expect(result.groups).toMatchObject([{ pattern: "/data/score", times: 3, exchanges: 3, left: "a-first" }]);
  expect(await comparison.startSessions({ left: first, right: second })).toEqual({ id });
  const pairs = await comparison.pairs({ id, group: result.groups[0]?.group, limit: 2 });
  expect(pairs).toMatchObject({ total: 3, rows: [{ verdict: "changed" }, { left: { id: "b-first" } }] });

  const [proposal] = result.proposals;
  if (!proposal) throw new Error("Nothing was proposed.");
  await settings.setEquivalence({ rules: [proposal.rule], disabled: [] });
  const again = await comparison.startSessions({ left: first, right: second });
  expect(again.id).not.toBe(id);
  expect(await comparison.sessions(again)).toMatchObject({
    totals: { same: 3, changed: 0 },
    excused: { [proposal.rule.id]: 3 },
  });
  expect(await comparison.exchanges({ left: "a-first", right: "a-second" })).toMatchObject({
    verdict: "same",
    excused: { [proposal.rule.id]: 1 },
  });
});

test("the parent of an exchange is the first that it may be compared with", async () => {
  const { partners } = await callControl(open).comparison.partners({ id: "b-second" });
  expect(partners[0]).toMatchObject({ relation: "parent", exchange: { id: "b-first" } });
});

test("a session is translated again without sending anything", async () => {
  const { comparison } = callControl(open);
  const { id } = await comparison.startRetranslation({ session: open.store.sessions.openId });
  expect((await comparison.retranslation({ id })).totals.total).toBe(3);
});

test("what is gone is named so, and so is a rule that is none", async () => {
  const { comparison, settings } = callControl(open);
  await expect(comparison.exchanges({ left: "gone", right: "gone" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(comparison.startSessions({ left: "gone", right: "gone" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(comparison.sessions({ id: "work_0" })).rejects.toMatchObject({ code: "CONFLICT" });
  const unknown = settings.setEquivalence({ rules: [], disabled: ["no-such-rule"] });
  await expect(unknown).rejects.toMatchObject({ code: "BAD_REQUEST" });
});
