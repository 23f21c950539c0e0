import type { NativeAnswer, NativeCall } from "../../../core/native/nativeCall.ts";
import type { RecordedNativeCall } from "../store/exchangeRecord.ts";

/** A native call as it went: what the translation reads, and what the record keeps. `answer` is there also when no response came, as the error it amounts to. */
export interface NativeRoundTrip {
  readonly answer: NativeAnswer;
  readonly recorded: RecordedNativeCall;
}

/** On whose behalf native calls are made: the fingerprint of the key, which is also the name of its property. */
export interface Caller {
  readonly property: string;
}

/** Where native calls go. */
export interface Upstream {
  /**
   * Makes the calls of one exchange, in order of their index. Never rejects for what the other side does: refusals and faults are answers.
   * More calls than `maxAwaited` are not waited for: see `sendLater`.
   */
  send(calls: readonly NativeCall[], caller: Caller): Promise<readonly NativeRoundTrip[]>;
  /** How many calls an answer waits for; an exchange with more is answered first. */
  readonly maxAwaited: number;
}
