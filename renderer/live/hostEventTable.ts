import type { QueryClient } from "@tanstack/react-query";
import type { HostEvent } from "../../core/contract/events.ts";
import { isUnderWay, type Job } from "../../core/contract/jobs.ts";
import { type ExchangeSummary, unkeptSession } from "../../core/exchange/exchange.ts";
import { orpc } from "../client/client.ts";
import type { CatchUpQueue } from "./catchUpQueue.ts";
import { readAgain } from "./readAgain.ts";
import { arrive, changeRow } from "./trafficList.ts";
import { changeTraffic, trafficQueries } from "./trafficQueries.ts";

export interface LiveCache {
  readonly cache: QueryClient;
  readonly catchUps: CatchUpQueue;
}

type EventType = HostEvent["type"];
type EventOf<Type extends EventType> = { [T in Type]: { readonly type: T } & Extract<HostEvent, { type: T }> }[Type];
type HostEventTable = { readonly [Type in EventType]: (event: EventOf<Type>, live: LiveCache) => void };

/** A session lists its own exchanges; the one that is recorded into, also those that are kept in none. */
function isListed({ session }: ExchangeSummary, listed: string, recording: string): boolean {
  return session === listed || (session === unkeptSession && listed === recording);
}

/** The one place that says what each event changes in what the page has read. */
const hostEventTable: HostEventTable = {
  status: ({ status }, { cache }) => {
    const before = cache.getQueryData(orpc.workbench.status.queryKey());
    cache.setQueryData(orpc.workbench.status.queryKey(), status);
    if (before && before.removals !== status.removals) {
      for (const queryKey of [orpc.exchanges.key(), orpc.replays.key()]) readAgain(cache, { queryKey });
    }
    readAgain(cache, { queryKey: orpc.sessions.key() });
    // The equivalence rules may be others.
    readAgain(cache, { queryKey: orpc.comparison.key() });
  },
  recorded: ({ exchanges, session, unkept }, { cache, catchUps }) => {
    cache.setQueryData(orpc.workbench.status.queryKey(), (status) => status && { ...status, session, unkept });
    cache.setQueryData(orpc.sessions.list.queryKey(), (sessions) =>
      sessions?.map((known) => (known.id === session.id ? session : known)),
    );
    for (const { input, query } of trafficQueries(cache)) {
      const own = exchanges.filter((exchange) => isListed(exchange, input.session, session.id));
      if (own.length === 0) continue;
      // A page that is being read may have been read before these were recorded; a filter is the host's to apply.
      if (query.state.fetchStatus === "fetching" || input.filter.trim() !== "") catchUps.add(input, query);
      else changeTraffic(cache, input, (data) => arrive(data, own));
    }
    for (const { parent } of exchanges) {
      if (parent !== null) readAgain(cache, { queryKey: orpc.exchanges.get.key({ input: { id: parent } }) });
    }
  },
  progressed: ({ id, nativeCalls, nativePending }, { cache }) => {
    for (const { input } of trafficQueries(cache)) {
      changeTraffic(cache, input, (data) => changeRow(data, id, { nativeCalls, nativePending }));
    }
    for (const call of [orpc.exchanges.get, orpc.exchanges.item, orpc.exchanges.items]) {
      readAgain(cache, { queryKey: call.key({ input: { id } }) });
    }
  },
  "sandbox-changed": (_event, { cache }) => {
    readAgain(cache, { queryKey: orpc.sandbox.key() });
  },
  jobs: ({ jobs }, { cache }) => {
    const before = cache.getQueryData(orpc.jobs.list.queryKey()) ?? [];
    const ended = new Set(before.filter((job) => !isUnderWay(job)).map(({ id }) => id));
    // A replay that began or ended is another row, and has another outcome.
    if (replayStates(jobs) !== replayStates(before)) readAgain(cache, { queryKey: orpc.replays.key() });
    else if (replaysDone(jobs) !== replaysDone(before)) followReplays(cache);
    cache.setQueryData(orpc.jobs.list.queryKey(), jobs);
    // What ended may have made sessions, or moved exchanges from one to another.
    if (jobs.some((job) => !isUnderWay(job) && !ended.has(job.id))) {
      for (const queryKey of [orpc.sessions.key(), orpc.exchanges.key()]) readAgain(cache, { queryKey });
    }
  },
};

function replayStates(jobs: readonly Job[]): string {
  return jobs.flatMap(({ kind, id, state }) => (kind === "replay" ? [`${id} ${state}`] : [])).join();
}

function replaysDone(jobs: readonly Job[]): number {
  return jobs.reduce((sum, { kind, done }) => (kind === "replay" ? sum + done : sum), 0);
}

/** Whoever has read further than this reads on when the replay has ended. */
const mostPagesFollowed = 5;

/** A replay went on: its totals and the first pages of its results are others. */
export function followReplays(cache: QueryClient): void {
  readAgain(cache, { queryKey: orpc.replays.list.key() });
  readAgain(cache, {
    queryKey: orpc.replays.results.key(),
    predicate: ({ state }) => pagesOf(state.data) <= mostPagesFollowed,
  });
}

function pagesOf(data: unknown): number {
  return typeof data === "object" && data && "pages" in data && Array.isArray(data.pages) ? data.pages.length : 0;
}

/** Applies one event by the table. */
export function applyHostEvent<Type extends EventType>(event: EventOf<Type>, live: LiveCache): void {
  hostEventTable[event.type](event, live);
}
