const offsetBasis = 0x811c9dc5;
const otherBasis = 0x01000193;
const prime = 0x01000193;
const otherPrime = 0x85ebca6b;

/** 64 bits of a text, in hexadecimal, after FNV-1a. Not for secrets: it tells texts apart, and texts can be found that it does not. */
function digest(text: string): string {
  let first = offsetBasis;
  let second = otherBasis;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    first = Math.imul(first ^ code, prime);
    second = Math.imul(second ^ code, otherPrime);
  }
  return [first, second].map((part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
}

/** How often the same request has come: `id` is the same for each of them, `turn` counts from 1. */
export interface Repetition {
  readonly id: string;
  readonly turn: number;
}

/** Counts equal texts, in memory of a few bytes for each different one. */
export function createRepetitions(): (text: string) => Repetition {
  const turns = new Map<string, number>();
  return (text) => {
    const id = digest(text);
    const turn = (turns.get(id) ?? 0) + 1;
    turns.set(id, turn);
    return { id, turn };
  };
}
