import { setTimeout } from "node:timers/promises";
import { isJsonObject, type Json } from "../../../core/json/json.ts";
import type { NativeCall } from "../../../core/native/nativeCall.ts";
import type { RecordedNativeCall } from "../store/exchangeRecord.ts";
import type { Store } from "../store/store.ts";
import { endsExchange, isEventCall, type Upstream } from "./upstream.ts";

/** The native calls of a bulk exchange that was answered already. */
export interface FanOutJob {
  readonly exchangeId: string;
  readonly calls: readonly NativeCall[];
  readonly upstream: Upstream;
  readonly property: string;
}

export interface FanOutContext {
  readonly store: Store;
  /** Resolves when one more call is within the rate; rejects when `signal` aborts. */
  readonly pace: (signal: AbortSignal) => Promise<void>;
  /** No further call is started. */
  readonly stopping: AbortSignal;
  /** What is under way is given up. */
  readonly cutOff: AbortSignal;
}

/** No client waits any more, so a whole window of the rate limit may pass. */
const patienceMs = 60_000;
const concurrency = 8;
/** How often progress is written, in milliseconds. */
const recordEveryMs = 100;

/** Makes the calls of one job and adds them to its exchange as they finish. */
export class FanOutRun {
  readonly #job: FanOutJob;
  readonly #context: FanOutContext;
  readonly #finished = new InOrder();
  readonly #unanswered: string[] = [];
  #next = 0;
  /** How many calls are to be made. */
  #due: number;
  #written = 0;

  constructor(job: FanOutJob, context: FanOutContext) {
    this.#job = job;
    this.#context = context;
    this.#due = job.calls.length;
  }

  /** What each call that got no answer met instead; empty when all were answered. */
  get unanswered(): readonly string[] {
    return this.#unanswered;
  }

  /** Resolves when all that came of the calls is on disk; rejects when it cannot be kept, and then starts no further call. */
  async run(): Promise<void> {
    const made = new AbortController();
    const making = this.#makeCalls().finally(() => made.abort());
    await Promise.all([making, this.#recordUntil(made.signal)]);
  }

  /** Events come first, and profiles are changed once they are taken. */
  async #makeCalls(): Promise<void> {
    const { calls } = this.#job;
    await this.#work(calls.findLastIndex(isEventCall) + 1);
    await Promise.all(Array.from({ length: concurrency }, () => this.#work(calls.length)));
  }

  /** Makes one call after the other, up to the one at `end`. */
  async #work(end: number): Promise<void> {
    while (this.#next < Math.min(end, this.#due) && !this.#context.stopping.aborted) {
      const index = this.#next;
      this.#next += 1;
      const call = this.#job.calls[index];
      if (!call || !(await this.#mayGo())) return;
      await this.#send(call, index);
    }
  }

  async #mayGo(): Promise<boolean> {
    const { pace, stopping } = this.#context;
    await pace(stopping).catch(() => undefined);
    return !stopping.aborted;
  }

  async #send(call: NativeCall, index: number): Promise<void> {
    const { upstream, property } = this.#job;
    const context = { property, patienceMs, isPaced: true, signal: this.#context.cutOff };
    const [trip] = await upstream.send([call], context);
    if (!trip) return;
    if (endsExchange(call, trip)) this.#due = index + 1;
    if (trip.recorded.response === null) this.#unanswered.push(messageOf(trip.answer.body));
    this.#finished.put(index, trip.recorded);
  }

  async #recordUntil(made: AbortSignal): Promise<void> {
    try {
      while (!made.aborted) {
        await setTimeout(recordEveryMs, undefined, { signal: made }).catch(() => undefined);
        await this.#record();
      }
    } catch (fault) {
      this.#due = this.#next;
      throw fault;
    }
  }

  async #record(): Promise<void> {
    const ready = this.#finished.take();
    if (ready.length === 0) return;
    this.#written += ready.length;
    const pending = this.#due - this.#written;
    const { store } = this.#context;
    store.write(() => store.exchanges.appendNative(this.#job.exchangeId, ready, pending));
    await store.committed();
  }
}

/** What a fault of the transport says, as the native error that it amounts to. */
function messageOf(body: Json | undefined): string {
  const error = isJsonObject(body) && isJsonObject(body.error) ? body.error : {};
  return typeof error.message === "string" ? error.message : "";
}

/** Gives out what finished in the order in which it began: the place of a call in its exchange is its index. */
class InOrder {
  readonly #waiting = new Map<number, RecordedNativeCall>();
  #next = 0;

  put(index: number, call: RecordedNativeCall): void {
    this.#waiting.set(index, call);
  }

  take(): RecordedNativeCall[] {
    const ready: RecordedNativeCall[] = [];
    for (let call = this.#waiting.get(this.#next); call; call = this.#waiting.get(this.#next)) {
      ready.push(call);
      this.#waiting.delete(this.#next);
      this.#next += 1;
    }
    return ready;
  }
}
