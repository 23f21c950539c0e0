/** A pattern and what it stands for. */
export interface TaggedPattern<T> {
  readonly segments: readonly string[];
  readonly tag: T;
}

/** How far each pattern is on the way down a document. One number a state: pattern index × width + segment index. */
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
    this.#width = Math.max(0, ...patterns.map(({ segments }) => segments.length)) + 1;
    this.names = new Set(patterns.flatMap(({ segments }) => segments.filter((segment) => !segment.startsWith("*"))));
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
      const segment = this.#segmentAt(position);
      if (segment === "**") return [position];
      return segment !== undefined && (segment === "*" || segment === token) ? [position + 1] : [];
    });
  }

  tagsOf(positions: Positions): T[] {
    return positions.flatMap((position) => {
      const pattern = this.#patterns[Math.floor(position / this.#width)];
      return pattern && position % this.#width === pattern.segments.length ? [pattern.tag] : [];
    });
  }

  /** A `**` may also stand for nothing. */
  #closed(positions: Positions): Positions {
    const closed = new Set<number>();
    for (let position of positions) {
      closed.add(position);
      while (this.#segmentAt(position) === "**") closed.add(++position);
    }
    return [...closed].sort((one, other) => one - other);
  }

  #segmentAt(position: number): string | undefined {
    return this.#patterns[Math.floor(position / this.#width)]?.segments[position % this.#width];
  }
}

/** The state at the root of a document, before any step. */
export function startPatterns<T>(patterns: readonly TaggedPattern<T>[]): PatternState<T> {
  return new Machine(patterns).start();
}
