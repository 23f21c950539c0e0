import type { Answer, CapturedRequest } from "../capturedRequest.ts";
import type { SurfaceTimeouts } from "./startSurfaces.ts";

/** What the thread is started with. */
export interface WireStart {
  readonly port: number;
  readonly timeouts: SurfaceTimeouts | undefined;
}

/** A request on its way to the thread that answers; `id` counts them. */
export interface WireRequest {
  readonly id: number;
  readonly captured: CapturedRequest;
}

/** Undefined where there is no one left to answer. */
export interface WireAnswer {
  readonly id: number;
  readonly answer: Answer | undefined;
}

export type FromWire =
  | { readonly kind: "listening"; readonly port: number; readonly origin: string }
  | { readonly kind: "refused"; readonly isPortInUse: boolean; readonly message: string }
  | { readonly kind: "requests"; readonly requests: readonly WireRequest[] };

export type ToWire = { readonly kind: "answers"; readonly answers: readonly WireAnswer[] } | { readonly kind: "close" };
