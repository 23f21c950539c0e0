import { headerValue } from "../../../core/exchange/headers.ts";
import { FaultDraw } from "../../../core/faults/FaultDraw.ts";
import type { FaultPlan } from "../../../core/faults/faultPlan.ts";
import { readAuthorization } from "../../../core/klaviyo/authorization.ts";
import { resolveRoute } from "../../../core/klaviyo/route.ts";
import { fingerprintKey } from "../fingerprint.ts";
import type { CapturedRequest } from "../wire/capturedRequest.ts";
import { RequestFaults } from "./requestFaults.ts";

interface ActivePlan {
  /** As JSON: other settings may change without beginning it anew. */
  readonly text: string;
  readonly plan: FaultPlan;
  readonly draw: FaultDraw;
  readonly startedAt: number;
}

/** What goes wrong on purpose, by the plan in force. A plan begins when it is switched on; one that is changed begins anew. */
export class FaultInjector {
  readonly #inForce: () => FaultPlan | null;
  readonly #closing = new AbortController();
  #seen: FaultPlan | null = null;
  #active: ActivePlan | undefined;

  constructor(inForce: () => FaultPlan | null) {
    this.#inForce = inForce;
  }

  /** Decides what happens to a request that has just arrived. Undefined for nearly all. */
  draw({ method, path, headers, body, end }: CapturedRequest): RequestFaults | undefined {
    const active = this.#current();
    if (!active || end === "client-gone") return undefined;
    const route = resolveRoute(method, path);
    const authorization = readAuthorization(headerValue(headers, "authorization"));
    const facts = {
      method,
      endpoint: route.kind === "endpoint" ? route.endpoint.id : route.resource,
      key: authorization.ok ? fingerprintKey(authorization.key) : undefined,
      body: () => Buffer.from(body).toString(),
    };
    const drawn = active.draw.draw(facts, (performance.now() - active.startedAt) / 1000);
    return drawn && new RequestFaults(drawn, active.plan.name, this.#closing.signal);
  }

  /** No answer is held back any longer. */
  close(): void {
    this.#closing.abort();
  }

  #current(): ActivePlan | undefined {
    const plan = this.#inForce();
    if (plan === this.#seen) return this.#active;
    this.#seen = plan;
    const text = JSON.stringify(plan);
    if (plan === null) this.#active = undefined;
    else if (text !== this.#active?.text) {
      this.#active = { text, plan, draw: new FaultDraw(plan), startedAt: performance.now() };
    }
    return this.#active;
  }
}
