import type { RateGate } from "../access/rateGate.ts";
import type { Store } from "../store/store.ts";
import type { FanOut } from "../upstream/fanOut.ts";
import type { Upstream } from "../upstream/upstream.ts";

/** What the handling of an exchange reaches of the host. */
export interface ExchangeContext {
  readonly store: Store;
  readonly rates: RateGate;
  /** The upstream in force: settings may change it between two requests. */
  readonly upstream: () => Upstream;
  readonly fanOut: FanOut;
  /** "http://127.0.0.1:8020" */
  readonly origin: () => string;
  readonly now: () => Date;
  /** For faults: one line each. */
  readonly log: (line: string) => void;
}
