import type { FaultOf } from "../../../core/faults/faultPlan.ts";
import { stringifyJson } from "../../../core/json/json.ts";
import type { NativeAnswer, NativeCall } from "../../../core/native/nativeCall.ts";
import { nativeError } from "../../../core/native/nativeError.ts";
import { transportFault } from "../../../core/native/transportFault.ts";
import { newRequestId, newResourceId } from "../ids.ts";
import { type CallContext, isEventCall, type NativeRoundTrip, type Upstream } from "../upstream/upstream.ts";

type NativeFault = FaultOf<"native">["error"];

/** An upstream of which some calls fail on purpose: `draw` is asked for each. A call that fails is not made. */
export function failingUpstream(upstream: Upstream, draw: () => NativeFault | undefined): Upstream {
  return {
    defersBulk: upstream.defersBulk,
    refusal: () => upstream.refusal(),
    async send(calls, context) {
      const drawn = drawFaults(calls, draw);
      const whole = drawn.filter(({ fault }) => fault === undefined).map(({ call }) => call);
      const made = await upstream.send(whole, context);
      const trips: NativeRoundTrip[] = [];
      let next = 0;
      for (const { call, fault } of drawn) {
        const trip = fault === undefined ? made[next++] : failedTrip(call, fault, context);
        if (!trip) break;
        trips.push(trip);
      }
      return trips;
    },
  };
}

interface DrawnCall {
  readonly call: NativeCall;
  readonly fault: NativeFault | undefined;
}

/** Which calls fail, up to an event that does: what follows it is not made. */
function drawFaults(calls: readonly NativeCall[], draw: () => NativeFault | undefined): DrawnCall[] {
  const drawn: DrawnCall[] = [];
  for (const call of calls) {
    const fault = draw();
    drawn.push({ call, fault });
    if (fault !== undefined && isEventCall(call)) break;
  }
  return drawn;
}

/** An upstream that has had each call before: what it answers to the second is what counts. */
export function repeatingUpstream(upstream: Upstream): Upstream {
  return {
    defersBulk: upstream.defersBulk,
    refusal: () => upstream.refusal(),
    async send(calls, context) {
      await upstream.send(calls, context);
      return upstream.send(calls, context);
    },
  };
}

const timeoutSeconds = 10;

function answerOf(fault: NativeFault): { readonly answer: NativeAnswer; readonly hasArrived: boolean } {
  const requestId = newRequestId();
  if (fault === "unreachable" || fault === "timed-out") {
    const cause = fault === "timed-out" ? `${timeoutSeconds} s, on purpose` : "on purpose";
    return { answer: transportFault(fault, { base: "the upstream's address", cause, requestId }), hasArrived: false };
  }
  const existing = fault === "conflict" ? { profileId: newResourceId("prof") } : {};
  return { answer: { headers: {}, ...nativeError(fault, { requestId, ...existing }) }, hasArrived: true };
}

function failedTrip(
  { method, path, body }: NativeCall,
  fault: NativeFault,
  { property }: CallContext,
): NativeRoundTrip {
  const { answer, hasArrived } = answerOf(fault);
  const type = ["Content-Type", "application/json"] as const;
  return {
    answer,
    recorded: {
      request: {
        method,
        path,
        headers: [["Authorization", `Bearer ${property}`], [...type]],
        body: stringifyJson(body),
      },
      response: hasArrived
        ? { status: answer.status, headers: [[...type]], body: stringifyJson(answer.body ?? null) }
        : null,
      durationMs: 0,
    },
  };
}
