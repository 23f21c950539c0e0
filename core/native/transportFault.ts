import type { NativeAnswer } from "./nativeCall.ts";
import { nativeError } from "./nativeError.ts";

/** What can go wrong between this workbench and a live native API, and the status each amounts to. */
const transportFaults = {
  unreachable: { status: 502, message: "The native API at {base} could not be reached ({cause})." },
  "timed-out": { status: 504, message: "The native API at {base} did not answer within {cause}." },
  "not-json": { status: 502, message: "The native API at {base} answered {cause} and no JSON." },
  "no-resource": { status: 502, message: "The native API at {base} answered {cause} and JSON that is no resource." },
  redirected: {
    status: 502,
    message: "The native API at {base} answered with a redirect ({cause}). Set its real address.",
  },
  "too-large": { status: 502, message: "The native API at {base} answered with more than {cause}." },
} as const;

export type TransportFault = keyof typeof transportFaults;

/** A fault of the transport as the native error it amounts to: `upstream_error` with status 502, or 504 when no answer came in time (assumed). */
export function transportFault(
  kind: TransportFault,
  facts: { readonly base: string; readonly cause: string; readonly requestId: string },
): NativeAnswer {
  const { status, message } = transportFaults[kind];
  const text = message.replace("{base}", facts.base).replace("{cause}", facts.cause);
  return {
    status,
    headers: {},
    body: nativeError("upstream_error", { message: text, requestId: facts.requestId }).body,
  };
}
