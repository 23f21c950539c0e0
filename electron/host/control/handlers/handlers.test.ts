import { afterAll, beforeAll, expect, test } from "vitest";
import { callControl, type OpenControl, openControl } from "../control.fixture.ts";

let open: OpenControl;
beforeAll(async () => {
  open = await openControl();
});
afterAll(() => open[Symbol.asyncDispose]());

const key = `ps_test_${"a".repeat(32)}`;

test("settings change one at a time and are answered whole", async () => {
  const client = callControl(open);
  await client.settings.update({ metrics: { "Placed Order": "order.created" } });
  expect(await client.settings.update({ rateLimit: "partner" })).toMatchObject({
    metrics: { "Placed Order": "order.created" },
    rateLimit: "partner",
  });
});

test("a key is defined once, by its fingerprint only, and can be taken away again", async () => {
  const { settings, workbench } = callControl(open);
  const added = await settings.addKey({ name: "Shop A", key, scopes: ["events:write"] });
  expect(added.fingerprint).not.toContain("aaaa");
  expect(JSON.stringify((await workbench.status()).settings.keys)).not.toContain(key);
  await expect(settings.addKey({ name: "Again", key, scopes: [] })).rejects.toMatchObject({ code: "CONFLICT" });
  await settings.removeKey({ fingerprint: added.fingerprint });
  await expect(settings.removeKey({ fingerprint: added.fingerprint })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a malformed key is refused with what a key looks like", async () => {
  const adding = callControl(open).settings.addKey({ name: "Shop A", key: "pk_123", scopes: [] });
  await expect(adding).rejects.toMatchObject({
    code: "BAD_REQUEST",
    message: "A key is ps_test_ or ps_live_ and 32 letters or digits.",
  });
});

test("a created session is the open one; renaming and deleting name what is gone", async () => {
  const { sessions, workbench } = callControl(open);
  const created = await sessions.create({ name: "Shop A migration" });
  expect((await workbench.status()).session.id).toBe(created.id);
  expect((await sessions.update({ id: created.id, name: "Shop B" })).name).toBe("Shop B");
  const { open: openAfterwards } = await sessions.remove({ id: created.id });
  expect(openAfterwards).not.toBe(created.id);
  await expect(sessions.open({ id: created.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await sessions.restore({ id: created.id })).toMatchObject({ name: "Shop B" });
  await expect(sessions.restore({ id: created.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a session that work goes on with is not deleted, and the work is named", async () => {
  const { sessions } = callControl(open);
  const { id } = await sessions.create({ name: "Being split" });
  const end = Promise.withResolvers<{ session: string; exchanges: number }>();
  const job = open.jobs.start({
    kind: "split",
    label: "Split of Being split",
    session: id,
    run: () => end.promise,
    explain: String,
  });
  await expect(sessions.remove({ id })).rejects.toMatchObject({
    code: "CONFLICT",
    message: "“Split of Being split” needs this session. Cancel that first, or wait for its end.",
  });
  end.resolve({ session: id, exchanges: 0 });
  await open.jobs.ended(job);
  await sessions.remove({ id });
});

test("an exchange that is not there is named so", async () => {
  const { exchanges } = callControl(open);
  await expect(exchanges.get({ id: "ex_0" })).rejects.toMatchObject({
    code: "NOT_FOUND",
    message: "This exchange is no longer there.",
  });
});

test("input that does not fit the contract is refused", async () => {
  const listing = callControl(open).exchanges.list({ session: "s", limit: 100_000 });
  await expect(listing).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("a fault reaches the page with its own words", async () => {
  const sending = callControl(open).exchanges.send({ method: "POST", path: "/", headers: [], body: "" });
  await expect(sending).rejects.toMatchObject({ code: "INTERNAL_SERVER_ERROR", message: "Nothing is sent here." });
});
