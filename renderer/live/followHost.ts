import { getEventMeta, ORPCError } from "@orpc/client";
import type { HostEvent } from "../../core/contract/events.ts";
import { type Connection, retryDelayMs } from "./connection.ts";

export interface HostFollower {
  /** Opens the stream; with `lastEventId`, after that event. */
  open(options: { lastEventId: string | undefined; signal: AbortSignal }): Promise<AsyncIterable<HostEvent>>;
  apply(event: HostEvent): void;
  /** The stream is back. `hasResumed` tells that no recorded exchange was missed in between. */
  returned(hasResumed: boolean): void;
  changed(connection: Connection): void;
  wait(ms: number): Promise<void>;
}

function isRefusal(error: unknown): boolean {
  return error instanceof ORPCError && (error.status === 401 || error.status === 403);
}

/** Leaves out what was applied before: a resumed stream may repeat its last event. */
function unseen(event: HostEvent, lastPosition: number): HostEvent | undefined {
  if (event.type !== "recorded") return event;
  const exchanges = event.exchanges.filter((exchange) => exchange.position > lastPosition);
  return exchanges.length > 0 ? { ...event, exchanges } : undefined;
}

/**
 * Follows the host's stream until `signal` ends it: each event is applied once and in order, also over drops. It never gives up but on a
 * refusal.
 */
export async function followHost(follower: HostFollower, signal: AbortSignal): Promise<void> {
  let lastEventId: string | undefined;
  let lastPosition = 0;
  let attempt = 0;
  let wasOpen = false;

  function opened(hasResumed: boolean): void {
    follower.changed({ state: "open", hasReturned: wasOpen });
    if (wasOpen) follower.returned(hasResumed);
    wasOpen = true;
    attempt = 0;
  }

  /** A host that has reached less than was seen here has another database: its positions start again. */
  function isSameDatabase(event: HostEvent): boolean {
    const reached = Number(getEventMeta(event)?.id ?? lastPosition);
    if (reached >= lastPosition) return true;
    lastPosition = 0;
    return false;
  }

  function take(event: HostEvent): void {
    const fresh = unseen(event, lastPosition);
    if (fresh?.type === "recorded") lastPosition = Math.max(...fresh.exchanges.map(({ position }) => position));
    if (fresh) follower.apply(fresh);
    lastEventId = getEventMeta(event)?.id ?? lastEventId;
  }

  async function consume(): Promise<void> {
    const hasResumed = lastEventId !== undefined;
    let isFirst = true;
    for await (const event of await follower.open({ lastEventId, signal })) {
      if (isFirst) opened(isSameDatabase(event) && hasResumed);
      isFirst = false;
      take(event);
    }
  }

  while (!signal.aborted) {
    try {
      await consume();
    } catch (error) {
      if (isRefusal(error)) return follower.changed({ state: "refused" });
    }
    if (signal.aborted) return;
    attempt += 1;
    follower.changed(wasOpen ? { state: "retrying", attempt } : { state: "connecting" });
    await follower.wait(retryDelayMs(attempt));
  }
}
