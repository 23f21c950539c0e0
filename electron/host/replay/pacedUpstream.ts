import { stringifyJson } from "../../../core/json/json.ts";
import type { NativeCall } from "../../../core/native/nativeCall.ts";
import { transportFault } from "../../../core/native/transportFault.ts";
import { newRequestId } from "../ids.ts";
import { type NativeRoundTrip, sendInOrder, type Upstream } from "../upstream/upstream.ts";

export interface PacedOptions {
  readonly live: Upstream;
  /** Resolves when one more call is within the rate; rejects when `stopped` aborts. */
  readonly pace: (stopped: AbortSignal) => Promise<void>;
  /** Once it aborts, no further call is made. */
  readonly stopped: AbortSignal;
}

/** Nobody waits at the other end of a replay, so a whole window of the rate limit may pass. */
const patienceMs = 60_000;

/** A live upstream within its rate, whose bulk requests are answered when all their calls are. What a stop leaves undone is a call without an answer. */
export function createPacedUpstream({ live, pace, stopped }: PacedOptions): Upstream {
  async function sendOne(call: NativeCall, property: string): Promise<NativeRoundTrip> {
    await pace(stopped).catch(() => undefined);
    if (stopped.aborted) return unsent(call);
    const [trip] = await live.send([call], { property, patienceMs });
    return trip ?? unsent(call);
  }

  return {
    defersBulk: false,
    refusal: () => live.refusal(),
    send: (calls, { property }) => sendInOrder(calls, (call) => sendOne(call, property)),
  };
}

function unsent({ method, path, body }: NativeCall): NativeRoundTrip {
  const facts = { base: "the target", cause: "the replay was stopped before this call", requestId: newRequestId() };
  return {
    answer: transportFault("unreachable", facts),
    recorded: {
      request: { method, path, headers: [], body: stringifyJson(body) },
      response: null,
      durationMs: 0,
    },
  };
}
