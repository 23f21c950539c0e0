import type { MaskedKind } from "../maskedKinds.ts";
import { type LeakSearch, longestLookedFor } from "./LeakSearch.ts";

/** A place at which an original is left. It says the kind only: a report must not show what it is about. */
export interface Leak {
  readonly path: string;
  /** In the file's name, or in its text: `line` counts from 1, `offset` in UTF-16 units from the text's start. */
  readonly place: "name" | { readonly line: number; readonly offset: number };
  readonly kind: MaskedKind;
}

/** More than anyone reads, and enough to see where they come from. */
const mostLeaks = 100;

/** Text is looked through in pieces of this many units at least. */
const pieceLength = 1 << 18;
/** Units that one unit of an original takes at most: `%E2%82%AC`, and escapes of escapes. */
const mostUnits = 12;

function countLines(text: string, end: number): number {
  let lines = 0;
  for (let index = text.indexOf("\n"); index !== -1 && index < end; index = text.indexOf("\n", index + 1)) lines++;
  return lines;
}

/** Looks through a text that comes in chunks. The end of each piece is looked through again with what follows, so that no border hides anything. */
export class TextScan {
  readonly #search: LeakSearch;
  readonly #path: string;
  readonly #leaks = new Map<string, Leak>();
  readonly #overlap: number;
  #waiting: string[] = [];
  #waitingLength = 0;
  /** The end of the text before, and where in the whole text it starts. */
  #carried = "";
  #carriedOffset = 0;
  #carriedLine = 1;

  constructor(search: LeakSearch, path: string) {
    this.#search = search;
    this.#path = path;
    this.#overlap = (Math.min(search.longest, longestLookedFor) + 2) * mostUnits;
  }

  /** Whether so much was found that looking on tells nothing more. */
  get isFull(): boolean {
    return this.#leaks.size >= mostLeaks;
  }

  add(chunk: string): void {
    this.#waiting.push(chunk);
    this.#waitingLength += chunk.length;
    if (this.#waitingLength >= pieceLength) this.#look(false);
  }

  end(): Leak[] {
    this.#look(true);
    return [...this.#leaks.values()].sort((one, other) => offsetOf(one) - offsetOf(other));
  }

  #look(isLast: boolean): void {
    // Joined, not added: a sum stays in pieces inside, and is read far more slowly.
    const text = [this.#carried, ...this.#waiting].join("");
    this.#waiting = [];
    this.#waitingLength = 0;
    this.#search.find(text, (start, end, kind) => {
      // A word that is cut by the border may be another one: it is seen whole in the piece before or in the next.
      const isCut = (start === 0 && this.#carriedOffset > 0) || (end === text.length && !isLast);
      if (!isCut && !this.isFull) this.#note(text, start, kind);
    });
    const next = Math.max(0, text.length - this.#overlap);
    this.#carriedLine += countLines(text, next);
    this.#carriedOffset += next;
    this.#carried = text.slice(next);
  }

  #note(text: string, start: number, kind: MaskedKind): void {
    const offset = this.#carriedOffset + start;
    const line = this.#carriedLine + countLines(text, start);
    this.#leaks.set(`${offset} ${kind}`, { path: this.#path, place: { line, offset }, kind });
  }
}

function offsetOf({ place }: Leak): number {
  return place === "name" ? 0 : place.offset;
}
