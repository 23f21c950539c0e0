import type { Headers, Origin } from "../../../core/exchange/exchange.ts";

/**
 * How the reading of a request ended. `too-large`: more bytes came than are kept. `malformed`: what came is not HTTP. `timed-out`: the client stopped
 * sending. `cut-short`: the connection ended before the body did. `crowded-out`: more comes in at a time than is held, and this was the longest. `client-gone`: there is no one left to answer.
 */
export type CaptureEnd =
  | "complete"
  | "too-large"
  | "malformed"
  | "cut-short"
  | "timed-out"
  | "crowded-out"
  | "client-gone";

/** A request as it came, secrets included: it never leaves memory in this form. */
export interface CapturedRequest {
  readonly method: string;
  /** Path and query exactly as sent; without the scheme and host that a client writes before them for a proxy. */
  readonly path: string;
  readonly headers: Headers;
  /** The bytes of the wire, before any content coding is undone. */
  readonly body: Uint8Array;
  readonly end: CaptureEnd;
}

/** Where a request came from: a client on the wire, or a person at the screen, perhaps from an earlier exchange. */
export interface Lineage {
  readonly origin: Origin;
  readonly parent: string | null;
}

/** What goes back. The header lines are complete, but for those of the connection itself. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** How it is sent where that is to go wrong on purpose. */
  readonly delivery?: Delivery;
}

/** The connection is reset after nothing, half or all of the answer; or the answer drips out. */
export type Delivery =
  | { readonly kind: "reset"; readonly after: "nothing" | "half" | "all" }
  | { readonly kind: "drip"; readonly bytesPerSecond: number };
