import { setImmediate } from "node:timers/promises";
import type { Headers } from "../../../core/exchange/exchange.ts";
import { stringifyJson } from "../../../core/json/json.ts";
import type { NativeCall } from "../../../core/native/nativeCall.ts";
import type { SandboxAnswer } from "../sandbox/operation.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { Store } from "../store/store.ts";
import { endsExchange, type NativeRoundTrip, type Upstream } from "./upstream.ts";

/** How long one exchange may keep everyone else waiting, in milliseconds. */
const sliceMs = 15;

const responseHeaders: Headers = [["Content-Type", "application/json"]];

/** The native API of this workbench, called in process: no wire, no headers but those that say what the body is. */
export function createSandboxUpstream(store: Pick<Store, "write">, sandbox: Sandbox): Upstream {
  const call = (request: NativeCall, property: string, headers: Headers): NativeRoundTrip => {
    const started = performance.now();
    const answer = sandbox.handle(request, property);
    return { answer, recorded: recordOf(request, headers, answer, performance.now() - started) };
  };

  return {
    defersBulk: false,
    refusal: () => undefined,
    async send(calls, { property }) {
      const headers: Headers = [
        ["Authorization", `Bearer ${property}`],
        ["Content-Type", "application/json"],
      ];
      const trips: NativeRoundTrip[] = [];
      let due = calls.length;
      while (trips.length < due) {
        if (trips.length > 0) await setImmediate();
        const until = performance.now() + sliceMs;
        store.write(() => {
          do {
            const next = calls[trips.length];
            if (!next) break;
            const trip = call(next, property, headers);
            trips.push(trip);
            if (endsExchange(next, trip)) due = trips.length;
          } while (trips.length < due && performance.now() < until);
        });
      }
      return trips;
    },
  };
}

function recordOf(
  { method, path, body }: NativeCall,
  headers: Headers,
  { status, text }: SandboxAnswer,
  durationMs: number,
): NativeRoundTrip["recorded"] {
  return {
    request: { method, path, headers, body: stringifyJson(body) },
    response: { status, headers: responseHeaders, body: text },
    durationMs,
  };
}
