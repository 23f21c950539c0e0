import { setTimeout } from "node:timers/promises";
import { type Comparison, compareExchanges } from "../../../core/exchange/compare/compareExchanges.ts";
import type { CompiledRules } from "../../../core/exchange/compare/compileRules.ts";
import type { Exchange } from "../../../core/exchange/exchange.ts";
import { type BoundRequest, createIdBinding } from "../../../core/exchange/replay/idBinding.ts";
import { heldUpStart, type Pace, schedule } from "../../../core/exchange/replay/pace.ts";
import { parseJson } from "../../../core/json/json.ts";
import { decodedBody, isNativeSeen } from "../compare/compareSessions.ts";
import type { ExchangeRecord } from "../store/exchangeRecord.ts";
import { LaneRunner, laneOf } from "./lanes.ts";
import { exchangeOf } from "./replayedRecord.ts";
import type { ReplayTarget, TargetResult } from "./replayTarget.ts";

export interface ReplayOptions {
  /** In the order in which their requests arrived. */
  readonly exchanges: Iterable<Exchange> | AsyncIterable<Exchange>;
  readonly target: ReplayTarget;
  readonly rules: CompiledRules;
  /** Whether the answers of native calls are compared too. */
  readonly nativeAnswers?: boolean | undefined;
  readonly pace: Pace;
  readonly maxIdleMs?: number | undefined;
  readonly concurrency: number;
  /** Once it aborts nothing further is sent; what is under way is waited for and kept. */
  readonly signal: AbortSignal;
  /** Resolves when the next request may go: a person may have paused the replay. */
  readonly gate?: (() => Promise<void>) | undefined;
  /** Where the answers are kept, and those of an earlier run are found. */
  readonly journal?: ReplayJournal | undefined;
  /** Called once for each exchange that is sent, in the order in which answers come. */
  readonly onResult: (result: ReplayResult) => Promise<void>;
}

export interface ReplayJournal {
  /** The answer of an earlier run; undefined where there is none on record. */
  answerOf(recorded: Exchange): Promise<Exchange | undefined>;
  /** Resolves when it is on disk that the exchange is about to be sent. */
  sending(recorded: Exchange): Promise<void>;
  /** Resolves when the answer is on disk. */
  keep(result: ReplayResult): Promise<void>;
}

/** A recorded exchange, what the target made of its request, and how that compares. */
export interface ReplayResult {
  readonly recorded: Exchange;
  readonly record: ExchangeRecord;
  readonly comparison: Comparison;
  /** Why no answer came. */
  readonly fault?: string | undefined;
  /** How often the target said to wait (429), and it was waited. */
  readonly waits: number;
}

/** A target that says so once more often than this is handed on as what it answers. */
const mostWaits = 10;
const longestWaitSeconds = 120;

/**
 * Sends a session again. Bodies are the recorded bytes, but for ids that an earlier answer made and a later request names: those become the new ones. Requests of
 * one person keep their order. A 429 that was not recorded is waited out as its Retry-After says, by all that are still to go.
 *
 * Rejects when `signal` aborts, and with the first fault of the journal; whatever was sent until then has been waited for.
 */
export async function replaySession(options: ReplayOptions): Promise<void> {
  const failed = new AbortController();
  const run = new Run(options, AbortSignal.any([options.signal, failed.signal]));
  const runner = new LaneRunner(options.concurrency);
  try {
    for await (const recorded of options.exchanges) {
      if (await run.isDone(recorded)) continue;
      await run.due(recorded);
      await runner.add(laneOf(recorded, decodedBody(recorded)), () =>
        run.send(recorded).catch((fault: unknown) => failed.abort(fault)),
      );
    }
  } finally {
    await runner.idle();
  }
  run.signal.throwIfAborted();
}

class Run {
  readonly signal: AbortSignal;
  readonly #options: ReplayOptions;
  readonly #binding = createIdBinding();
  readonly #offsets: Generator<number, void>;
  #started = performance.now();
  #at = "";
  /** Nothing is sent before this moment of `performance.now()`. */
  #heldUntil = 0;

  constructor(options: ReplayOptions, signal: AbortSignal) {
    this.#options = options;
    this.signal = signal;
    const { pace, maxIdleMs } = options;
    this.#offsets = schedule(this.#times(), { pace, ...(maxIdleMs !== undefined && { maxIdleMs }) });
  }

  /** Whether an earlier run has the answer; the ids in it count for what is still to be sent. */
  async isDone(recorded: Exchange): Promise<boolean> {
    this.signal.throwIfAborted();
    const answer = await this.#options.journal?.answerOf(recorded);
    if (answer) this.#learn(recorded, answer);
    return answer !== undefined;
  }

  /** Resolves when the pace says that it is its turn. */
  async due(recorded: Exchange): Promise<void> {
    this.#at = recorded.at;
    const offset = this.#offsets.next().value ?? 0;
    await this.#waitUntil(this.#started + offset);
    this.#started = heldUpStart(this.#started, offset, performance.now());
    const asked = performance.now();
    await this.#options.gate?.();
    this.#started += performance.now() - asked;
    this.signal.throwIfAborted();
  }

  async send(recorded: Exchange): Promise<void> {
    const { journal, rules, target, nativeAnswers = false, onResult } = this.#options;
    if (this.signal.aborted) return;
    await this.#waitUntil(this.#heldUntil);
    await journal?.sending(recorded);
    const { path, body } = recorded.request;
    const { result, waits } = await this.#sendPatiently(recorded, this.#binding.apply({ path, body }));
    const replayed = exchangeOf(result.record, recorded);
    this.#learn(recorded, replayed);
    const isSeen = target.seesNative && isNativeSeen(recorded) && result.record.nativePending === 0;
    const comparison = compareExchanges(recorded, replayed, rules, {
      nativeRequests: isSeen,
      nativeAnswers: isSeen && nativeAnswers,
    });
    const whole: ReplayResult = { recorded, record: result.record, comparison, fault: result.fault, waits };
    await journal?.keep(whole);
    await onResult(whole);
  }

  async #sendPatiently(recorded: Exchange, bound: BoundRequest): Promise<{ result: TargetResult; waits: number }> {
    for (let waits = 0; ; waits += 1) {
      const result = await this.#options.target.send(recorded, bound);
      const wait = recorded.response?.status === 429 ? undefined : retryAfter(result.record);
      if (wait === undefined || waits === mostWaits) return { result, waits };
      this.#heldUntil = Math.max(this.#heldUntil, performance.now() + wait * 1000);
      await this.#waitUntil(this.#heldUntil);
    }
  }

  async #waitUntil(moment: number): Promise<void> {
    const wait = moment - performance.now();
    if (wait <= 1) return;
    // The timer's own rejection does not say why: the fault that ended the run is the signal's reason.
    await setTimeout(wait, undefined, { signal: this.signal }).catch(() => this.signal.throwIfAborted());
  }

  *#times(): Generator<string> {
    for (;;) yield this.#at;
  }

  #learn(recorded: Exchange, replayed: Exchange): void {
    const [before, after] = [recorded, replayed].map(({ response }) =>
      typeof response?.body === "string" ? parseJson(response.body) : undefined,
    );
    if (before?.ok && after?.ok) this.#binding.learn(before.value, after.value);
  }
}

/** Seconds to wait before the same request is sent again; undefined where it is answered. One that made several native calls is: some of them went through. */
function retryAfter({ response, native }: ExchangeRecord): number | undefined {
  if (response?.status !== 429 || native.length > 1) return undefined;
  const given = Number(response.headers.find(([name]) => name.toLowerCase() === "retry-after")?.[1] ?? "1");
  return given >= 0 && given <= longestWaitSeconds ? given : undefined;
}
