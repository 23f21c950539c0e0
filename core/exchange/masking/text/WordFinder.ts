import { isInsideWord, unitClasses, wordCore, wordEnd } from "./wordBreaks.ts";

/** A value that was found: from `start` to before `end`, with the tag it was added with. */
export type OnFound<T> = (start: number, end: number, tag: T) => void;

/**
 * Finds any of many values in text, as whole words: "Ann" is found in "Dear Ann," and not in "Annual". A text costs one look-up for each of its words, and one for
 * each further word that a value could go on with, however many values there are; values can be added at any time. An Aho-Corasick automaton (the usual answer)
 * would find every "ann" in every word, has to be rebuilt when a value is added, and takes some ten times the memory.
 */
export class WordFinder<T> {
  readonly #tags = new Map<string, T>();
  /** Which hashes first words have: by them nearly all words of a text are passed over without being looked up. */
  readonly #firsts = new Uint8Array(firstCount);
  /** By the hash of each start of a value that ends with a word: whether values end with it, go on after it, or are long. */
  readonly #starts = new Map<number, number>();
  /** By the hash of their first words, the lengths of values that are too long to be followed word by word, in ascending order. */
  readonly #long = new Map<number, number[]>();

  /** How many values there are. */
  get size(): number {
    return this.#tags.size;
  }

  /** Signs around a value do not count. The first tag of a value stays. */
  add(value: string, tag: T): void {
    const core = wordCore(value);
    if (core === "" || this.#tags.has(core)) return;
    this.#tags.set(core, tag);
    let hash = 0;
    let end = 0;
    while (end < core.length && (end === 0 || end < mostFollowed)) {
      const start = end;
      end = nextWordEnd(core, start);
      hash = hashOn(hash, core, start, end);
      if (start === 0) this.#firsts[hash >>> firstShift] = 1;
      const mark = end === core.length ? ends : end < mostFollowed ? goesOn : isLong;
      this.#starts.set(hash, (this.#starts.get(hash) ?? 0) | mark);
    }
    if (end < core.length) this.#addLong(core, end, hash);
  }

  /** `hash` is that of the first words, which end at `firstEnd`. */
  #addLong(core: string, firstEnd: number, hash: number): void {
    const whole = hashOn(hash, core, firstEnd, core.length);
    this.#starts.set(whole, (this.#starts.get(whole) ?? 0) | ends);
    const lengths = this.#long.get(hash) ?? [];
    const index = lengths.findIndex((length) => length >= core.length);
    if (index < 0) lengths.push(core.length);
    else if (lengths[index] !== core.length) lengths.splice(index, 0, core.length);
    this.#long.set(hash, lengths);
  }

  has(value: string): boolean {
    return this.#tags.has(wordCore(value));
  }

  /** Calls back for each value at each place; several may start at one place, the shorter ones first. */
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
      if (this.#firsts[hash >>> firstShift] === 1) this.#compare(text, start, index, hash, onFound);
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
  #compare(text: string, start: number, firstEnd: number, firstHash: number, onFound: OnFound<T>): void {
    let hash = firstHash;
    let end = firstEnd;
    let found = 0;
    let longest: { readonly end: number; readonly tag: T } | undefined;
    for (let mark = this.#starts.get(hash); mark !== undefined; mark = this.#starts.get(hash)) {
      const tag = mark & ends ? this.#tags.get(text.slice(start, end)) : undefined;
      if (tag !== undefined) {
        found += 1;
        if (found <= mostAtOnePlace) onFound(start, end, tag);
        else longest = { end, tag };
      }
      if (mark & isLong) this.#compareLong(text, start, end, hash, onFound);
      if (!(mark & goesOn) || end === text.length) break;
      const next = nextWordEnd(text, end);
      hash = hashOn(hash, text, end, next);
      end = next;
    }
    if (longest) onFound(start, longest.end, longest.tag);
  }

  /** Of the long values that begin with what is from `start` to before `firstEnd`; the text is read once for all of them. */
  #compareLong(text: string, start: number, firstEnd: number, firstHash: number, onFound: OnFound<T>): void {
    let hash = firstHash;
    let read = firstEnd;
    for (const length of this.#long.get(firstHash) ?? []) {
      const end = start + length;
      if (end > text.length) return;
      hash = hashOn(hash, text, read, end);
      read = end;
      if (!((this.#starts.get(hash) ?? 0) & ends) || isInsideWord(text, end)) continue;
      const tag = this.#tags.get(text.slice(start, end));
      if (tag !== undefined) onFound(start, end, tag);
    }
  }
}

const goesOn = 1;
const ends = 2;
const isLong = 4;

/** Units of a value that are followed word by word: one that repeats itself is met at each of its own words. */
const mostFollowed = 500;
/** So many values are told that start at one place, and the longest: more that begin alike are made to be slow. */
const mostAtOnePlace = 100;

/** Bits that are left out of a hash of 32. */
const firstShift = 14;
const firstCount = 2 ** (32 - firstShift);

function mixed(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x9e3779b1);
}

function hashOn(hash: number, text: string, start: number, end: number): number {
  let sum = hash;
  for (let index = start; index < end; index++) sum = mixed(sum, text.charCodeAt(index));
  return sum;
}

/** End of the first word at or after an index; the text's length where none comes. */
function nextWordEnd(text: string, index: number): number {
  let start = index;
  while (start < text.length && unitClasses[text.charCodeAt(start)] === 0) start++;
  return start === text.length ? start : wordEnd(text, start);
}
