import { setTimeout } from "node:timers/promises";
import { type Comparison, compareExchanges } from "../../../core/exchange/compare/compareExchanges.ts";
import type { CompiledRules } from "../../../core/exchange/compare/compileRules.ts";
import type { Exchange } from "../../../core/exchange/exchange.ts";
import { createIdBinding } from "../../../core/exchange/replay/idBinding.ts";
import { type Pace, schedule } from "../../../core/exchange/replay/pace.ts";
import { parseJson } from "../../../core/json/json.ts";
import { decodedBody } from "../compare/compareSessions.ts";
import { newRequestId } from "../ids.ts";
import { bodyBytes } from "../import/bodyBytes.ts";
import { LaneRunner, laneOf } from "./lanes.ts";
import { replayedExchange } from "./replayedExchange.ts";
import type { ReplayTarget, TargetResult } from "./replayTarget.ts";

export interface ReplayOptions {
  /** In recorded order. */
  readonly exchanges: () => Iterable<Exchange>;
  readonly target: ReplayTarget;
  readonly rules: CompiledRules;
  readonly pace: Pace;
  readonly maxIdleMs?: number | undefined;
  readonly concurrency: number;
  readonly signal: AbortSignal;
  /** Called once for each exchange, in the order in which answers come. */
  readonly onResult: (result: ReplayResult) => Promise<void>;
}

/** A recorded exchange, what the target made of its request, and how that compares. */
export interface ReplayResult {
  readonly recorded: Exchange;
  readonly replayed: Exchange;
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
 * one person keep their order. A 429 that was not recorded is waited out as its Retry-After says.
 */
export async function replaySession(options: ReplayOptions): Promise<void> {
  const { signal, concurrency, exchanges } = options;
  const runner = new LaneRunner(concurrency);
  const binding = createIdBinding();
  const started = performance.now();
  const offsets = schedule(timesOf(exchanges()), {
    pace: options.pace,
    ...(options.maxIdleMs !== undefined && { maxIdleMs: options.maxIdleMs }),
  });
  for (const recorded of exchanges()) {
    const due = started + (offsets.next().value ?? 0) - performance.now();
    if (due > 1) await setTimeout(due, undefined, { signal });
    signal.throwIfAborted();
    await runner.add(laneOf(recorded, decodedBody(recorded)), async () => {
      if (signal.aborted) return;
      const bound = binding.apply({ path: recorded.request.path, body: recorded.request.body });
      const request = { ...recorded.request, path: bound.path, body: bodyBytes(bound.body) };
      const { result, waits } = await sendPatiently(options, request, recorded);
      const replayed = replayedExchange(recorded, newRequestId(), result);
      learn(binding, recorded, replayed);
      const comparison = compareExchanges(recorded, replayed, options.rules, { nativeRequests: false });
      await options.onResult({ recorded, replayed, comparison, fault: result.fault, waits });
    });
  }
  await runner.idle();
  signal.throwIfAborted();
}

function* timesOf(exchanges: Iterable<Exchange>): Generator<string> {
  for (const { at } of exchanges) yield at;
}

async function sendPatiently(
  { target, signal }: ReplayOptions,
  request: Parameters<ReplayTarget["send"]>[0],
  { response }: Exchange,
): Promise<{ result: TargetResult; waits: number }> {
  for (let waits = 0; ; waits += 1) {
    const result = await target.send(request, signal);
    const wait = response?.status === 429 ? undefined : retryAfter(result);
    if (wait === undefined || waits === mostWaits) return { result, waits };
    await setTimeout(wait * 1000, undefined, { signal });
  }
}

/** Seconds to wait before the same request is sent again; undefined where it is answered. */
function retryAfter({ answer }: TargetResult): number | undefined {
  if (answer?.status !== 429) return undefined;
  const given = Number(answer.headers.find(([name]) => name.toLowerCase() === "retry-after")?.[1] ?? "1");
  return given >= 0 && given <= longestWaitSeconds ? given : undefined;
}

function learn(binding: ReturnType<typeof createIdBinding>, recorded: Exchange, replayed: Exchange): void {
  const [before, after] = [recorded, replayed].map(({ response }) =>
    typeof response?.body === "string" ? parseJson(response.body) : undefined,
  );
  if (before?.ok && after?.ok) binding.learn(before.value, after.value);
}
