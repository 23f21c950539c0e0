import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import type { Status } from "../../core/contract/events.ts";
import { defaultSettings } from "../../core/contract/settings.ts";
import { orpc } from "../client/client.ts";
import { applyHostEvent } from "./hostEventTable.ts";
import { noneUnkept, session, summary } from "./summary.fixture.ts";
import { type TrafficData, trafficRows } from "./trafficList.ts";
import { type TrafficInput, trafficOptions } from "./trafficQueries.ts";

const status: Status = {
  version: "0.1.0",
  compatUrl: "http://127.0.0.1:8020/klaviyo/v1",
  nativeUrl: "http://127.0.0.1:8020/v1",
  dataDir: "/data",
  startedAt: "2026-02-03T10:00:00.000Z",
  session,
  unkept: noneUnkept,
  removals: 0,
  settings: defaultSettings,
  hasLiveKey: false,
  unsearched: 0,
  recordingFault: null,
  notices: [],
};
const list: TrafficData = {
  pages: [{ exchanges: [summary()], total: 1, hasMore: false, newest: 1, held: null }],
  pageParams: [undefined],
};

function workbench() {
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  const caughtUp: TrafficInput[] = [];
  const live = { cache, catchUps: { add: (input: TrafficInput) => caughtUp.push(input) } };
  const keyOf = (filter: string, id = "s1") => trafficOptions({ session: id, filter }).queryKey;
  return { cache, caughtUp, live, keyOf };
}

test("a status replaces the one before, and sessions are read again", () => {
  const { cache, live } = workbench();
  cache.setQueryData(orpc.sessions.list.queryKey(), [session]);
  applyHostEvent({ type: "status", status }, live);
  expect(cache.getQueryData(orpc.workbench.status.queryKey())).toBe(status);
  expect(cache.getQueryState(orpc.sessions.list.queryKey())?.isInvalidated).toBe(true);
});

test("once exchanges were deleted or put back, what is known of them is read again, and after other news it is not", () => {
  const { cache, live, keyOf } = workbench();
  cache.setQueryData(orpc.workbench.status.queryKey(), status);
  cache.setQueryData(keyOf("", "s2"), list);
  const isReadAgain = () => cache.getQueryState(keyOf("", "s2"))?.isInvalidated;
  applyHostEvent({ type: "status", status: { ...status, hasLiveKey: true } }, live);
  expect(isReadAgain()).toBe(false);
  applyHostEvent({ type: "status", status: { ...status, removals: 1 } }, live);
  expect(isReadAgain()).toBe(true);
});

test("recorded exchanges join the list of their session, which counts what the host says", () => {
  const { cache, live, keyOf } = workbench();
  cache.setQueryData(orpc.workbench.status.queryKey(), status);
  cache.setQueryData(keyOf(""), list);
  cache.setQueryData(keyOf("", "s2"), list);
  cache.setQueryData(orpc.sessions.list.queryKey(), [session, { ...session, id: "s2" }]);
  const counted = { ...session, exchanges: 2, bytes: 15 };
  applyHostEvent(
    { type: "recorded", session: counted, unkept: noneUnkept, exchanges: [summary({ id: "x2", position: 2 })] },
    live,
  );
  expect(cache.getQueryData(orpc.sessions.list.queryKey())).toEqual([counted, { ...session, id: "s2" }]);
  expect(trafficRows(cache.getQueryData(keyOf("")) ?? list).map(({ id }) => id)).toEqual(["x2", "x1"]);
  expect(trafficRows(cache.getQueryData(keyOf("", "s2")) ?? list).map(({ id }) => id)).toEqual(["x1"]);
  expect(cache.getQueryData(orpc.workbench.status.queryKey())?.session).toEqual(counted);
});

test("a filtered list asks the host what of it fits", () => {
  const { cache, caughtUp, live, keyOf } = workbench();
  cache.setQueryData(keyOf("status:4xx"), list);
  applyHostEvent(
    { type: "recorded", session, unkept: noneUnkept, exchanges: [summary({ id: "x2", position: 2 })] },
    live,
  );
  expect(caughtUp).toEqual([{ session: "s1", filter: "status:4xx" }]);
});

test("a child makes its parent's children read again", () => {
  const { cache, live } = workbench();
  const { queryKey } = orpc.exchanges.get.queryOptions({ input: { id: "x1" } });
  cache.setQueryData(queryKey, {
    summary: summary(),
    request: { method: "", path: "", headers: [] },
    response: null,
    items: 1,
    note: "",
    parent: null,
    children: [],
  });
  applyHostEvent(
    { type: "recorded", session, unkept: noneUnkept, exchanges: [summary({ id: "x2", position: 2, parent: "x1" })] },
    live,
  );
  expect(cache.getQueryState(queryKey)?.isInvalidated).toBe(true);
});

test("progress changes the row in place", () => {
  const { cache, live, keyOf } = workbench();
  cache.setQueryData(keyOf(""), list);
  applyHostEvent({ type: "progressed", id: "x1", nativeCalls: 30, nativePending: 70 }, live);
  expect(trafficRows(cache.getQueryData(keyOf("")) ?? list)[0]).toMatchObject({ nativeCalls: 30, nativePending: 70 });
});

test("a changed sandbox is read again, and nothing else is", () => {
  const { cache, live, keyOf } = workbench();
  cache.setQueryData(orpc.sandbox.properties.queryKey(), []);
  cache.setQueryData(keyOf(""), list);
  applyHostEvent({ type: "sandbox-changed" }, live);
  expect(cache.getQueryState(orpc.sandbox.properties.queryKey())?.isInvalidated).toBe(true);
  expect(cache.getQueryState(keyOf(""))?.isInvalidated).toBe(false);
});
