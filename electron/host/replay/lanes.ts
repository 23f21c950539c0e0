import type { Exchange } from "../../../core/exchange/exchange.ts";
import { parseJson } from "../../../core/json/json.ts";
import { isEndpointId } from "../../../core/klaviyo/endpoints.ts";
import { identifiersOf } from "../../../core/klaviyo/requestItems.ts";
import { identityKey } from "../../../core/native/identityKey.ts";

/** What an exchange may not overtake: those of the same person, or, of a bulk request, all. */
export type Lane =
  | { readonly kind: "person"; readonly names: readonly string[] }
  | { readonly kind: "all" }
  | { readonly kind: "free" };

/** `body` is decoded from its content coding. A person is told by each identifier: one request may know the email, and the next one the phone number too. */
export function laneOf({ endpoint }: Pick<Exchange, "endpoint">, body: Buffer): Lane {
  if (!isEndpointId(endpoint)) return { kind: "free" };
  if (endpoint === "event-bulk-create-jobs" || endpoint === "profile-bulk-import-jobs") return { kind: "all" };
  const parsed = parseJson(body.toString("utf8"));
  const identifiers = parsed.ok ? identifiersOf(endpoint, parsed.value) : [];
  // More in one lane than must be does no harm: what is no email is taken in any case of its letters too.
  const names = identifiers.map((identifier) => identityKey("email", identifier));
  return names.length > 0 ? { kind: "person", names } : { kind: "free" };
}

/** Runs tasks side by side, up to `width` at a time, those of a person one after the other in the order in which they came. */
export class LaneRunner {
  readonly #width: number;
  readonly #tails = new Map<string, Promise<void>>();
  readonly #running = new Set<Promise<void>>();
  #barrier: Promise<void> = Promise.resolve();

  constructor(width: number) {
    this.#width = width;
  }

  /** Resolves when there is room for a further task; that is not when this one is done. A task never rejects. */
  async add(lane: Lane, task: () => Promise<void>): Promise<void> {
    await this.#barrier;
    if (lane.kind === "all") {
      await this.idle();
      this.#barrier = task();
      return this.#barrier;
    }
    while (this.#running.size >= this.#width) await Promise.race(this.#running);
    const names = lane.kind === "person" ? lane.names : [];
    const run = Promise.all(names.map((name) => this.#tails.get(name)))
      .then(task)
      .finally(() => {
        this.#running.delete(run);
        for (const name of names) if (this.#tails.get(name) === run) this.#tails.delete(name);
      });
    this.#running.add(run);
    for (const name of names) this.#tails.set(name, run);
  }

  /** Resolves when nothing runs any more. */
  async idle(): Promise<void> {
    await this.#barrier;
    while (this.#running.size > 0) await Promise.race(this.#running);
  }
}
