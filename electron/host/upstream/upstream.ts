import type { Problem } from "../../../core/klaviyo/problem.ts";
import type { NativeAnswer, NativeCall } from "../../../core/native/nativeCall.ts";
import type { RecordedNativeCall } from "../store/exchangeRecord.ts";

/** A native call as it went: what the translation reads, and what the record keeps. `answer` is there also when no response came, as the error that amounts to. */
export interface NativeRoundTrip {
  readonly answer: NativeAnswer;
  readonly recorded: RecordedNativeCall;
}

export function isRefused(trip: NativeRoundTrip | undefined): boolean {
  return trip !== undefined && trip.answer.status >= 400;
}

/** Where native calls go. */
export interface Upstream {
  /**
   * Makes the calls of one exchange, in their order, up to the first that is refused: a profile is not changed for an event that was not taken. What the
   * other side refuses or breaks is an answer, never a fault.
   */
  send(calls: readonly NativeCall[], context: CallContext): Promise<readonly NativeRoundTrip[]>;
  /** Why no call can be made now. */
  refusal(): Problem | undefined;
  /** Whether a bulk request is answered before its calls are made. */
  readonly defersBulk: boolean;
}

export interface CallContext {
  /** The property of the key that the client sent. */
  readonly property: string;
  /** The longest Retry-After to sit out before the one retry, in milliseconds. */
  readonly patienceMs: number;
  /** The calls have waited for their place within the tier's rate. */
  readonly isPaced?: boolean;
  readonly signal?: AbortSignal;
}
