import type { Problem } from "../../../core/klaviyo/problem.ts";
import type { NativeAnswer, NativeCall } from "../../../core/native/nativeCall.ts";
import { nativeEndpoints } from "../../../core/native/nativeEndpoints.ts";
import type { RecordedNativeCall } from "../store/exchangeRecord.ts";

/** A native call as it went: what the translation reads, and what the record keeps. `answer` is there also when no response came, as the error that amounts to. */
export interface NativeRoundTrip {
  readonly answer: NativeAnswer;
  readonly recorded: RecordedNativeCall;
}

const eventPaths: ReadonlySet<string> = new Set([nativeEndpoints.createEvent.path, nativeEndpoints.createEvents.path]);

export function isEventCall({ path }: NativeCall): boolean {
  return eventPaths.has(path);
}

/** Whether the calls that follow in an exchange are not made: a profile is not changed for an event that was not taken. */
export function endsExchange(call: NativeCall, { answer }: NativeRoundTrip): boolean {
  return answer.status >= 400 && isEventCall(call);
}

/** Makes calls one after the other, as far as they go. */
export async function sendInOrder(
  calls: readonly NativeCall[],
  sendOne: (call: NativeCall) => Promise<NativeRoundTrip>,
): Promise<NativeRoundTrip[]> {
  const trips: NativeRoundTrip[] = [];
  for (const call of calls) {
    const trip = await sendOne(call);
    trips.push(trip);
    if (endsExchange(call, trip)) break;
  }
  return trips;
}

/** Where native calls go. */
export interface Upstream {
  /**
   * Makes the calls of one exchange, up to an event that is refused; the round trips come in the order of the calls. What the other side refuses or breaks is an
   * answer, never a fault.
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
