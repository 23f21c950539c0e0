import { type Pointer, pointerTokens } from "../../json/pointer.ts";
import type { PatternStep } from "./pointerPattern.ts";

/** A pattern and what it stands for. */
export interface TaggedPattern<T> {
  readonly steps: readonly PatternStep[];
  readonly tag: T;
}

/** How far each pattern is on the way down a document. One number a state: pattern index × width + step index. */
type Positions = readonly number[];

/**
 * Matches any number of patterns at once while a document is walked: one step for each name or index. States are made when they are first reached and kept,
 * so that a step costs one look-up; names that no pattern has share one state, which bounds their number by the patterns.
 */
export class PatternState<T> {
  /** Tags of the patterns that end here, in the order of the patterns. */
  readonly tags: readonly T[];
  readonly #machine: Machine<T>;
  readonly #positions: Positions;
  readonly #next = new Map<string, PatternState<T>>();
  #other: PatternState<T> | undefined;

  constructor(machine: Machine<T>, positions: Positions) {
    this.#machine = machine;
    this.#positions = positions;
    this.tags = machine.tagsOf(positions);
  }

  step(token: string): PatternState<T> {
    if (!this.#machine.names.has(token)) {
      this.#other ??= this.#machine.stateOf(this.#machine.advance(this.#positions, undefined));
      return this.#other;
    }
    let next = this.#next.get(token);
    if (!next) {
      next = this.#machine.stateOf(this.#machine.advance(this.#positions, token));
      this.#next.set(token, next);
    }
    return next;
  }
}

class Machine<T> {
  /** Every name that a pattern spells out. */
  readonly names: ReadonlySet<string>;
  readonly #patterns: readonly TaggedPattern<T>[];
  readonly #width: number;
  readonly #states = new Map<string, PatternState<T>>();

  constructor(patterns: readonly TaggedPattern<T>[]) {
    this.#patterns = patterns;
    this.#width = Math.max(0, ...patterns.map(({ steps }) => steps.length)) + 1;
    this.names = new Set(
      patterns.flatMap(({ steps }) => steps.flatMap((step) => (step.form === "name" ? [step.name] : []))),
    );
  }

  start(): PatternState<T> {
    return this.stateOf(this.#patterns.map((_, pattern) => pattern * this.#width));
  }

  stateOf(positions: Positions): PatternState<T> {
    const closed = this.#closed(positions);
    const key = closed.join(",");
    let state = this.#states.get(key);
    if (!state) {
      state = new PatternState(this, closed);
      this.#states.set(key, state);
    }
    return state;
  }

  /** Where positions come to by a name; undefined is one that no pattern spells out. */
  advance(positions: Positions, token: string | undefined): Positions {
    return positions.flatMap((position) => {
      const step = this.#stepAt(position);
      if (step?.form === "any") return [position];
      return step?.form === "one" || (step && step.name === token) ? [position + 1] : [];
    });
  }

  tagsOf(positions: Positions): T[] {
    return positions.flatMap((position) => {
      const pattern = this.#patterns[Math.floor(position / this.#width)];
      return pattern && position % this.#width === pattern.steps.length ? [pattern.tag] : [];
    });
  }

  /** A `**` may also stand for nothing. */
  #closed(positions: Positions): Positions {
    const closed = new Set<number>();
    for (let position of positions) {
      closed.add(position);
      while (this.#stepAt(position)?.form === "any") closed.add(++position);
    }
    return [...closed].sort((one, other) => one - other);
  }

  #stepAt(position: number): PatternStep | undefined {
    return this.#patterns[Math.floor(position / this.#width)]?.steps[position % this.#width];
  }
}

/** The state at the root of a document, before any step. */
export function startPatterns<T>(patterns: readonly TaggedPattern<T>[]): PatternState<T> {
  return new Machine(patterns).start();
}

/** How patterns meet a pointer: one of them `at` it, or `above` it (it matches something that the pointer is part of), or none. */
export function matchPointer(root: PatternState<unknown>, pointer: Pointer): "at" | "above" | undefined {
  let state = root;
  let isAbove = false;
  for (const token of pointerTokens(pointer)) {
    isAbove ||= state.tags.length > 0;
    state = state.step(token);
  }
  if (state.tags.length > 0) return "at";
  return isAbove ? "above" : undefined;
}
