import { isInsideWord, unitClass, wordCore, wordEnd } from "./wordBreaks.ts";

/** A value that was found: from `start` to before `end`, with the tag it was added with. */
export type OnFound<T> = (start: number, end: number, tag: T) => void;

/**
 * Finds any of many values in text, as whole words: "Ann" is found in "Dear Ann," and not in "Annual". Values are kept by their first word, so that a text costs
 * one look-up for each of its words, however many values there are, and values can be added at any time. An Aho-Corasick automaton (the usual answer) would find
 * every "ann" in every word, has to be rebuilt when a value is added, and takes some ten times the memory.
 */
export class WordFinder<T> {
  readonly #tags = new Map<string, T>();
  /** The lengths that values with this first word have, longest first. */
  readonly #lengths = new Map<string, number[]>();

  /** Signs around a value do not count. The first tag of a value stays. */
  add(value: string, tag: T): void {
    const core = wordCore(value);
    if (core === "" || this.#tags.has(core)) return;
    this.#tags.set(core, tag);
    const first = core.slice(0, wordEnd(core, 0));
    const lengths = this.#lengths.get(first);
    if (!lengths) this.#lengths.set(first, [core.length]);
    else if (!lengths.includes(core.length)) lengths.splice(insertionIndex(lengths, core.length), 0, core.length);
  }

  has(value: string): boolean {
    return this.#tags.has(wordCore(value));
  }

  /** Calls back for each value at each place; several may start at one place. */
  find(text: string, onFound: OnFound<T>): void {
    if (this.#tags.size === 0) return;
    let index = 0;
    while (index < text.length) {
      if (unitClass(text.charCodeAt(index)) === 0) index++;
      else {
        const end = wordEnd(text, index);
        const lengths = this.#lengths.get(text.slice(index, end));
        if (lengths) this.#compare(text, index, lengths, onFound);
        index = end;
      }
    }
  }

  /** Whether any value is in the text. */
  isIn(text: string): boolean {
    let isFound = false;
    this.find(text, () => {
      isFound = true;
    });
    return isFound;
  }

  #compare(text: string, start: number, lengths: readonly number[], onFound: OnFound<T>): void {
    for (const length of lengths) {
      const end = start + length;
      if (end > text.length || isInsideWord(text, end)) continue;
      const tag = this.#tags.get(text.slice(start, end));
      if (tag !== undefined) onFound(start, end, tag);
    }
  }
}

function insertionIndex(lengths: readonly number[], length: number): number {
  const index = lengths.findIndex((other) => other < length);
  return index === -1 ? lengths.length : index;
}
