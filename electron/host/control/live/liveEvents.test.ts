import { getEventMeta } from "@orpc/server";
import { expect, test } from "vitest";
import type { HostEvent } from "../../../../core/contract/events.ts";
import type { ExchangeRecord } from "../../store/exchangeRecord.ts";
import type { Store } from "../../store/store.ts";
import { callControl, openControl } from "../control.fixture.ts";

const path = "/klaviyo/v1/api/event-bulk-create-jobs";

const record = (id: string, nativePending = 0): ExchangeRecord => ({
  id,
  at: "2026-07-15T10:00:00.000Z",
  origin: "captured",
  parent: null,
  endpoint: "event-bulk-create-jobs",
  title: "2 events",
  subject: "",
  leaves: 1,
  leavesMapped: 1,
  request: { method: "POST", path, headers: [], body: "{}" },
  native: [],
  nativePending,
  response: { status: 202, headers: [], body: "" },
  findings: [],
  durationMs: 1,
});

async function recordMany(store: Store, first: number, last: number): Promise<void> {
  store.write(() => {
    for (let number = first; number <= last; number += 1) store.exchanges.append(record(`ex_${number}`));
  });
  await store.committed();
}

type Stream = AsyncIterable<HostEvent> & { return?: (value?: undefined) => Promise<unknown> };

/** Reads until `isEnough`, then hangs up. Answers with what came and the id to resume after. */
async function readUntil(stream: Stream, isEnough: (events: readonly HostEvent[]) => boolean) {
  const events: HostEvent[] = [];
  let lastEventId: string | undefined;
  for await (const event of stream) {
    events.push(event);
    lastEventId = getEventMeta(event)?.id ?? lastEventId;
    if (isEnough(events)) break;
  }
  return { events, lastEventId };
}

const idsIn = (events: readonly HostEvent[]): string[] =>
  events.flatMap((event) => (event.type === "recorded" ? event.exchanges.map(({ id }) => id) : []));
const hasType = (type: HostEvent["type"]) => (events: readonly HostEvent[]) =>
  events.some((event) => event.type === type);
const idsUpTo = (last: number): string[] => Array.from({ length: last }, (_, index) => `ex_${index + 1}`);

test("a stream starts with the status and goes on with what is recorded from then on", async () => {
  await using open = await openControl();
  await recordMany(open.store, 1, 3);
  const stream = await callControl(open).workbench.events();
  const recording = recordMany(open.store, 4, 6);
  const { events } = await readUntil(stream, (seen) => idsIn(seen).length >= 3);
  await recording;
  expect(events[0]).toMatchObject({ type: "status", status: { dataDir: open.store.dataDir } });
  expect(idsIn(events)).toEqual(["ex_4", "ex_5", "ex_6"]);
});

test("a client that drops again and again while exchanges pour in gets each one once and in order", async () => {
  await using open = await openControl();
  const total = 3000;
  const start = await readUntil(await callControl(open).workbench.events(), hasType("status"));
  const recording = (async () => {
    for (let first = 1; first <= total; first += 150) await recordMany(open.store, first, first + 149);
  })();

  const seen: string[] = [];
  let { lastEventId } = start;
  for (let connection = 0; seen.length < total; connection += 1) {
    const stream = await callControl(open).workbench.events(undefined, { lastEventId });
    const batches = (connection % 3) + 1;
    const part = await readUntil(stream, (events) => {
      const recorded = events.filter(({ type }) => type === "recorded");
      return recorded.length >= batches || seen.length + idsIn(events).length >= total;
    });
    seen.push(...idsIn(part.events));
    lastEventId = part.lastEventId ?? lastEventId;
  }
  await recording;
  expect(seen).toEqual(idsUpTo(total));
});

test("a client that saw nothing but the first status resumes without loss", async () => {
  await using open = await openControl();
  await recordMany(open.store, 1, 2);
  const { lastEventId } = await readUntil(await callControl(open).workbench.events(), hasType("status"));
  await recordMany(open.store, 3, 4);
  const stream = await callControl(open).workbench.events(undefined, { lastEventId });
  const { events } = await readUntil(stream, hasType("recorded"));
  expect(idsIn(events)).toEqual(["ex_3", "ex_4"]);
});

test.each(["99", "-1", "x"])("an id of another database (%s) starts at the end", async (lastEventId) => {
  await using open = await openControl();
  await recordMany(open.store, 1, 2);
  const stream = await callControl(open).workbench.events(undefined, { lastEventId });
  const recording = recordMany(open.store, 3, 3);
  const { events } = await readUntil(stream, hasType("recorded"));
  await recording;
  expect(idsIn(events)).toEqual(["ex_3"]);
});

test("a slow client costs no more than the batch it has not taken", async () => {
  await using open = await openControl();
  const stream = await callControl(open).workbench.events();
  const first = await stream.next();
  expect(first.value).toMatchObject({ type: "status" });
  for (let start = 1; start <= 2000; start += 500) await recordMany(open.store, start, start + 499);
  const { events } = await readUntil(stream, (seen) => idsIn(seen).length >= 2000);
  expect(idsIn(events)).toEqual(idsUpTo(2000));
  const sizes = events.flatMap((event) => (event.type === "recorded" ? [event.exchanges.length] : []));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
});

test("native calls of a bulk request that go on are told", async () => {
  await using open = await openControl();
  open.store.write(() => open.store.exchanges.append(record("ex_1", 2)));
  await open.store.committed();
  const stream = await callControl(open).workbench.events();
  await stream.next();
  const call = {
    request: { method: "POST", path: "/v1/events", headers: [], body: "{}" },
    response: null,
    durationMs: 1,
  };
  open.store.write(() => open.store.exchanges.appendNative("ex_1", [call], 1));
  const { events } = await readUntil(stream, hasType("progressed"));
  expect(events.find(({ type }) => type === "progressed")).toEqual({
    type: "progressed",
    id: "ex_1",
    nativeCalls: 1,
    nativePending: 1,
  });
});

/** Reads on until an event of a type. */
async function next<Type extends HostEvent["type"]>(stream: Stream, type: Type) {
  for (;;) {
    const { value } = await stream[Symbol.asyncIterator]().next();
    if (value.type === type) return value as HostEvent & { type: Type };
  }
}

test("what an import has brought is no traffic, neither when it is revealed nor for a client that resumes", async () => {
  await using open = await openControl();
  const { store } = open;
  const stream = await callControl(open).workbench.events();
  await next(stream, "sandbox-changed");
  const session = store.sessions.begin("Import");
  store.write(() => {
    for (let number = 1; number <= 300; number += 1) store.exchanges.append(record(`imported_${number}`), session);
  });
  await store.committed();
  const lastEventId = getEventMeta(await next(stream, "sandbox-changed"))?.id;
  store.sessions.reveal(session);
  await store.committed();
  await next(stream, "sandbox-changed");
  await recordMany(store, 1, 2);
  expect(idsIn([await next(stream, "recorded")])).toEqual(["ex_1", "ex_2"]);
  await stream.return?.();
  const resumed = await callControl(open).workbench.events(undefined, { lastEventId });
  expect(idsIn([await next(resumed, "recorded")])).toEqual(["ex_1", "ex_2"]);
});

test("every open page learns of a change that one of them made", async () => {
  await using open = await openControl();
  const client = callControl(open);
  const stream = await client.workbench.events();
  await stream.next();
  await client.sessions.create({ name: "Shop A migration" });
  const { events } = await readUntil(stream, hasType("status"));
  expect(events.find(({ type }) => type === "status")).toMatchObject({
    status: { session: { name: "Shop A migration" } },
  });
});

test("what arrives natively alone is told as a change of the sandbox", async () => {
  await using open = await openControl();
  const stream = await callControl(open).workbench.events();
  await readUntil(stream, hasType("status"));
  const other = await callControl(open).workbench.events();
  await other.next();
  open.store.write(() => open.store.sandbox.reset(undefined));
  expect((await readUntil(other, hasType("sandbox-changed"))).events.at(-1)).toEqual({ type: "sandbox-changed" });
});

test("streams end with the listener", async () => {
  await using open = await openControl();
  const stream = await callControl(open).workbench.events();
  await stream.next();
  const end = readUntil(stream, () => false).catch(() => "dropped");
  await open.control.close();
  await end;
});
