import type { RateGate } from "../access/rateGate.ts";
import type { FaultInjector } from "../faults/faultInjector.ts";
import type { Store } from "../store/store.ts";
import type { FanOut } from "../upstream/fanOut.ts";
import type { Upstream } from "../upstream/upstream.ts";
import type { RecordingLog } from "./recordingLog.ts";

/** What the way from a request to its answer reaches of the host. */
export interface PerformContext {
  readonly store: Pick<Store, "settings">;
  readonly rates: RateGate;
  /** The upstream in force: settings may change it between two requests. */
  readonly upstream: () => Upstream;
  /** "http://127.0.0.1:8020" */
  readonly origin: () => string;
  readonly now: () => Date;
  /** For faults: one line each. */
  readonly log: (line: string) => void;
}

/** What the handling of an exchange reaches: also where it is kept, and what follows its answer. */
export interface ExchangeContext extends PerformContext {
  readonly store: Store;
  readonly fanOut: FanOut;
  readonly faults: FaultInjector;
  readonly recordingLog: RecordingLog;
}
