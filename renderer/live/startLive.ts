import type { QueryClient } from "@tanstack/react-query";
import { client } from "../client/client.ts";
import { createCatchUpQueue } from "./catchUpQueue.ts";
import type { Connection } from "./connection.ts";
import { followHost } from "./followHost.ts";
import { applyHostEvent, type LiveCache } from "./hostEventTable.ts";
import { readAgain } from "./readAgain.ts";
import { catchUp, trafficQueries } from "./trafficQueries.ts";

export interface Live {
  subscribe(listener: () => void): () => void;
  connection(): Connection;
}

/** Starts to follow the host for the life of the page. Nothing is read before the stream is open, so nothing is missed in between. */
export function startLive(cache: QueryClient): Live {
  const listeners = new Set<() => void>();
  let connection: Connection = { state: "connecting" };
  const catchUps = createCatchUpQueue((input) => catchUp(cache, input));
  const live: LiveCache = { cache, catchUps };

  function returned(hasResumed: boolean): void {
    const lists = new Set(trafficQueries(cache).map(({ query }) => query.queryHash));
    readAgain(cache, { predicate: (query) => !hasResumed || !lists.has(query.queryHash) });
  }

  void followHost(
    {
      open: ({ lastEventId, signal }) =>
        client.workbench.events(undefined, { signal, ...(lastEventId !== undefined && { lastEventId }) }),
      apply: (event) => applyHostEvent(event, live),
      returned,
      changed: (next) => {
        connection = next;
        for (const listener of listeners) listener();
      },
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    },
    new AbortController().signal,
  );

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connection: () => connection,
  };
}
