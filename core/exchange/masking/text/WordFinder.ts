import { isInsideWord, unitClasses, wordCore, wordEnd } from "./wordBreaks.ts";

/** A value that was found: from `start` to before `end`, with the tag it was added with. */
export type OnFound<T> = (start: number, end: number, tag: T) => void;

/**
 * Finds any of many values in text, as whole words: "Ann" is found in "Dear Ann," and not in "Annual". Values are kept by their first word, so that a text costs
 * one look-up for each of its words, however many values there are, and values can be added at any time. An Aho-Corasick automaton (the usual answer) would find
 * every "ann" in every word, has to be rebuilt when a value is added, and takes some ten times the memory.
 */
export class WordFinder<T> {
  readonly #tags = new Map<string, T>();
  /** Which hashes first words have: by them nearly all words of a text are passed over without being cut out of it. */
  readonly #hashes = new Uint8Array(hashCount);
  /** The lengths that values with this first word have, longest first. */
  readonly #lengths = new Map<string, number[]>();

  /** How many values there are. */
  get size(): number {
    return this.#tags.size;
  }

  /** Signs around a value do not count. The first tag of a value stays. */
  add(value: string, tag: T): void {
    const core = wordCore(value);
    if (core === "" || this.#tags.has(core)) return;
    this.#tags.set(core, tag);
    const first = core.slice(0, wordEnd(core, 0));
    this.#hashes[wordHash(first)] = 1;
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
      let code = text.charCodeAt(index);
      const start = index++;
      const unit = unitClasses[code];
      if (unit === 0) continue;
      let hash = mixed(0, code);
      // The word's end and its hash in one go: this loop reads all that is written, several times over.
      for (; unit === 1 && index < text.length; index++) {
        code = text.charCodeAt(index);
        if (unitClasses[code] !== 1) break;
        hash = mixed(hash, code);
      }
      if (this.#hashes[hash >>> hashShift] === 1) this.#compare(text, start, index, onFound);
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

  /** Of the values that begin with the word from `start` to before `firstEnd`, those that the text goes on with. */
  #compare(text: string, start: number, firstEnd: number, onFound: OnFound<T>): void {
    for (const length of this.#lengths.get(text.slice(start, firstEnd)) ?? []) {
      const end = start + length;
      if (end > text.length || isInsideWord(text, end)) continue;
      const tag = this.#tags.get(text.slice(start, end));
      if (tag !== undefined) onFound(start, end, tag);
    }
  }
}

/** Bits that are left out of a hash of 32. */
const hashShift = 14;
const hashCount = 2 ** (32 - hashShift);

function mixed(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x9e3779b1);
}

function wordHash(word: string): number {
  let hash = 0;
  for (let index = 0; index < word.length; index++) hash = mixed(hash, word.charCodeAt(index));
  return hash >>> hashShift;
}

function insertionIndex(lengths: readonly number[], length: number): number {
  const index = lengths.findIndex((other) => other < length);
  return index === -1 ? lengths.length : index;
}
