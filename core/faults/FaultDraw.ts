import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";
import type { FaultEntry, FaultOf, FaultPlan } from "./faultPlan.ts";
import { passesFilter, type RequestFacts } from "./requestFilter.ts";

export interface FaultRequest extends RequestFacts {
  /** The fingerprint of its key; undefined where it has none that can be read. */
  readonly key: string | undefined;
}

/** What goes wrong with one request. */
export interface DrawnFaults {
  /** Milliseconds before anything else happens. */
  readonly delayMs: number;
  readonly refuse: FaultOf<"refuse"> | undefined;
  readonly reset: FaultOf<"reset"> | undefined;
  readonly drip: FaultOf<"drip"> | undefined;
  readonly malform: FaultOf<"malform"> | undefined;
  readonly repeat: boolean;
  /** The error of one native call; asked once for each, in their order. */
  readonly native: (() => FaultOf<"native">["error"] | undefined) | undefined;
}

type Chance = () => number;

/** One fault of a plan, with how many requests it has seen. Each has random numbers of its own, so that one fault more does not move the others. */
class EntryDraw {
  readonly entry: FaultEntry;
  readonly chance: Chance;
  #seen = 0;
  #hits = 0;

  constructor(entry: FaultEntry, chance: Chance) {
    this.entry = entry;
    this.chance = chance;
  }

  /** Draws for a request that matches; `elapsed` in seconds. */
  isHit(elapsed: number): boolean {
    const { probability, every = 1, skip = 0, times = Number.POSITIVE_INFINITY } = this.entry.when ?? {};
    this.#seen += 1;
    const isDrawn = probability === undefined || this.chance() < probability;
    const nth = this.#seen - skip;
    if (!isDrawn || nth <= 0 || nth % every !== 0 || this.#hits >= times || !isWithin(this.entry, elapsed))
      return false;
    this.#hits += 1;
    return true;
  }
}

function isWithin({ when }: FaultEntry, elapsed: number): boolean {
  const { afterSeconds = 0, forSeconds = Number.POSITIVE_INFINITY, repeatEverySeconds } = when ?? {};
  const at = repeatEverySeconds === undefined ? elapsed : elapsed % repeatEverySeconds;
  return at >= afterSeconds && at < afterSeconds + forSeconds;
}

function matches({ match }: FaultEntry, request: FaultRequest): boolean {
  const { endpoints, key, filter } = match ?? {};
  return (
    (!endpoints || endpoints.some((endpoint) => endpoint === request.endpoint)) &&
    (key === undefined || key === request.key) &&
    (filter === undefined || passesFilter(filter, request))
  );
}

/** Decides, request by request, what of a plan happens. */
export class FaultDraw {
  readonly #entries: readonly EntryDraw[];

  constructor({ seed = 1, faults }: FaultPlan) {
    this.#entries = faults.map((entry, index) => {
      const random = mersenne((seed + index * 0x9e3779b9) | 0);
      return new EntryDraw(entry, () => uniformFloat64(random));
    });
  }

  /** `elapsed` is in seconds since the plan was switched on. Undefined when nothing happens. */
  draw(request: FaultRequest, elapsed: number): DrawnFaults | undefined {
    const hits = this.#entries.filter((draw) => matches(draw.entry, request) && draw.isHit(elapsed));
    if (hits.length === 0) return undefined;
    const faults = hits.map(({ entry }) => entry.fault);
    return {
      delayMs: hits.reduce((sum, hit) => sum + delayOf(hit), 0),
      refuse: faults.find((fault) => fault.kind === "refuse"),
      reset: faults.find((fault) => fault.kind === "reset"),
      drip: faults.find((fault) => fault.kind === "drip"),
      malform: faults.find((fault) => fault.kind === "malform"),
      repeat: faults.some((fault) => fault.kind === "repeat"),
      native: nativeDraw(hits),
    };
  }
}

function delayOf({ entry: { fault }, chance }: EntryDraw): number {
  return fault.kind === "latency" ? fault.ms + chance() * (fault.spreadMs ?? 0) : 0;
}

function nativeDraw(hits: readonly EntryDraw[]): DrawnFaults["native"] {
  const failing = hits.flatMap(({ entry: { fault }, chance }) => (fault.kind === "native" ? [{ fault, chance }] : []));
  if (failing.length === 0) return undefined;
  return () => failing.find(({ fault, chance }) => chance() < (fault.share ?? 1))?.fault.error;
}
