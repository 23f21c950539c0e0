import { setTimeout } from "node:timers/promises";
import { withEventMeta } from "@orpc/server";
import type { HostEvent } from "../../../../core/contract/events.ts";
import type { Store } from "../../store/store.ts";
import type { ControlContext } from "../controlContext.ts";
import { openSession, readStatus } from "../readStatus.ts";
import { type Changes, watchChanges } from "./watchChanges.ts";

const batchSize = 200;
/** Between two looks at the store, so that traffic arrives in batches and not one by one. Milliseconds. */
const pace = 100;
/** What a client waits before it comes back after a drop. Milliseconds. */
const retry = 500;

/** Where a stream begins: after what the client saw last, or, for a new client and for one that saw another database, at the end. */
function startPosition(store: Store, lastEventId: string | undefined): number {
  const end = store.exchanges.lastPosition();
  const seen = Number(lastEventId ?? Number.NaN);
  return Number.isSafeInteger(seen) && seen >= 0 && seen <= end ? seen : end;
}

async function* recordedAfter(store: Store, start: number): AsyncGenerator<HostEvent & { type: "recorded" }> {
  let position = start;
  for (;;) {
    const exchanges = await store.reader.recordedAfter(position, batchSize);
    const last = exchanges.at(-1);
    if (last) yield { type: "recorded", exchanges, session: openSession(store), unkept: store.unkept.count() };
    if (!last || exchanges.length < batchSize) return;
    position = last.position;
  }
}

async function* progressedEvents(store: Store, { progressed }: Changes): AsyncGenerator<HostEvent> {
  for (const id of progressed) {
    const [summary] = await store.reader.getSummaries([id]);
    if (!summary) continue;
    const { nativeCalls, nativePending } = summary;
    yield { type: "progressed", id, nativeCalls, nativePending };
  }
}

/**
 * The live stream of one client. Every event carries the position reached as its id, the first `status` too, so that a client that drops at
 * any point resumes without loss or doubles. A batch is read from the store when the client takes it, so a slow client costs no memory.
 */
export async function* liveEvents(
  context: ControlContext,
  lastEventId: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<HostEvent> {
  const { store } = context;
  const watch = watchChanges(context, signal);
  let position = startPosition(store, lastEventId);
  const at = (event: HostEvent): HostEvent => withEventMeta(event, { id: String(position), retry });

  try {
    // What a client reads after its first status must include everything up to the position it carries.
    await store.committed();
    yield at({ type: "status", status: readStatus(context) });
    let changes: Changes | undefined = { status: false, storedTo: position, jobs: true, progressed: new Set() };
    while (changes) {
      if (changes.status) yield at({ type: "status", status: readStatus(context) });
      if (changes.jobs) yield at({ type: "jobs", jobs: context.jobs.list() });
      if (changes.storedTo !== undefined) {
        for await (const event of recordedAfter(store, position)) {
          position = event.exchanges.at(-1)?.position ?? position;
          yield at(event);
        }
        // What was committed and is in no list, of an import under way for example, is not looked through again, and is no traffic once it is.
        position = Math.max(position, changes.storedTo);
        for await (const event of progressedEvents(store, changes)) yield at(event);
        yield at({ type: "sandbox-changed" });
      }
      await setTimeout(pace, undefined, { signal }).catch(() => undefined);
      changes = await watch.take();
    }
  } finally {
    watch.stop();
  }
}
