import type { Json } from "../json/json.ts";
import type { Facts, FindingCode } from "./findingCatalogue.ts";

/** A remark on one value: it becomes a finding at the value's place. */
export interface Note {
  readonly code: FindingCode;
  readonly facts: Facts | undefined;
}

export function note(code: FindingCode, facts?: Facts): Note {
  return { code, facts };
}

/**
 * What became of a value when a remark is due. `carried`: sent, perhaps changed. `absent`: it says nothing (null, an empty id), so leaving it out
 * loses nothing. `lost`: it says something that nothing native takes.
 */
export class Fate {
  readonly kind: "carried" | "absent" | "lost";
  readonly value: Json;
  readonly notes: readonly Note[];
  /** The workspace decided this value, so that no assumption stands behind it. */
  readonly isSettled: boolean;

  constructor(kind: Fate["kind"], value: Json, notes: readonly Note[], isSettled = false) {
    this.kind = kind;
    this.value = value;
    this.notes = notes;
    this.isSettled = isSettled;
  }
}

export function carried(value: Json, ...notes: readonly Note[]): Fate {
  return new Fate("carried", value, notes);
}

export function settled(value: Json, ...notes: readonly Note[]): Fate {
  return new Fate("carried", value, notes, true);
}

export function absent(...notes: readonly Note[]): Fate {
  return new Fate("absent", null, notes);
}

const lostForGood = new Map<FindingCode, Fate>();

/** Of each code one, for all values: what is lost in one item of a bulk request is mostly lost in all. */
function alwaysLost(code: FindingCode): Fate {
  const known = lostForGood.get(code);
  if (known) return known;
  const made = new Fate("lost", null, [note(code)]);
  lostForGood.set(code, made);
  return made;
}

export function lost(code: FindingCode, facts?: Facts): Fate {
  return facts ? new Fate("lost", null, [note(code, facts)]) : alwaysLost(code);
}
