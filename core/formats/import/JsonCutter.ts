import { ElementText } from "./ElementText.ts";

/** One element of a JSON list, as its exact text. `text` is undefined for one that is longer than an element may be. */
export interface CutElement {
  readonly kind: "element";
  /** From 1. */
  readonly number: number;
  readonly text: string | undefined;
  /** Where it starts, in characters (UTF-16 units) from 0. */
  readonly offset: number;
}

/**
 * What is wrong with the text around the elements. `truncated`: it ends before the outermost value does; `no-list`: there is no list where one is looked for;
 * `more-text`: something follows the outermost value.
 */
export interface CutFault {
  readonly kind: "fault";
  readonly fault: "truncated" | "no-list" | "more-text";
  readonly offset: number;
  /** The element in the middle of which the text ends. */
  readonly within: number | undefined;
}

export type Cut = CutElement | CutFault;

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openers: ReadonlySet<number> = new Set([0x7b, 0x5b]);
const closers: ReadonlySet<number> = new Set([0x7d, 0x5d]);
const listOpener = 0x5b;
const listCloser = 0x5d;

/** Names longer than any that is looked for need not be kept. */
const longestName = 200;

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xfeff;
}

function decodedName(literal: string): string | undefined {
  if (!literal.includes("\\")) return literal;
  try {
    return String(JSON.parse(`"${literal}"`));
  } catch {
    return undefined;
  }
}

/**
 * Cuts the list at the end of a path of member names out of JSON text, element by element, while the text comes in pieces. With an empty path the outermost
 * value is the list; one that is an object is the only element.
 *
 * Only brackets and strings are followed: whether an element is JSON shows when it is parsed, so that a broken one does not end the reading, its text is exact,
 * and the engine's own parser does the work. The streaming parsers of npm stop at the first fault and take several times as long (@streamparser/json 0.0.26).
 */
export class JsonCutter {
  readonly #path: readonly string[];
  readonly #element: ElementText;
  #cuts: Cut[] = [];
  #piece = "";
  #index = 0;
  /** Where the piece starts in the text. */
  #base = 0;
  #inString = false;
  #isEscaped = false;
  #depth = 0;
  /** How many of the open brackets, from the outside, lie on the way to the list. */
  #wayDepth = 0;
  /** The last string of the innermost object on the way, as written; until a comma it is the member's name. */
  #name = "";
  /** The depth inside the list, 0 outside of it. */
  #listDepth = 0;
  #hasList = false;
  #count = 0;
  /** Whether another element must come: after a comma. */
  #awaitsElement = false;
  #isOver = false;
  #hasMoreText = false;

  constructor(path: readonly string[], longestElement: number) {
    this.#path = path;
    this.#element = new ElementText(longestElement);
  }

  /** Takes the next piece of the text; answers with what ends in it. */
  push(piece: string): Cut[] {
    this.#piece = piece;
    for (this.#index = 0; this.#index < piece.length; this.#index++) {
      if (this.#inString) this.#passString();
      else this.#pass(piece.charCodeAt(this.#index));
    }
    this.#element.take(piece, piece.length);
    this.#base += piece.length;
    return this.#takeCuts();
  }

  /** Takes the end of the text. */
  end(): Cut[] {
    const within = this.#element.offset === undefined ? undefined : this.#count + 1;
    if (this.#depth > 0 || this.#inString) this.#fault("truncated", this.#base, within);
    else if (!this.#hasList) this.#fault("no-list", this.#base);
    return this.#takeCuts();
  }

  #takeCuts(): Cut[] {
    const cuts = this.#cuts;
    this.#cuts = [];
    return cuts;
  }

  #fault(fault: CutFault["fault"], offset: number, within?: number): void {
    this.#cuts.push({ kind: "fault", fault, offset, within });
  }

  /** Passes a string, or the rest of one, up to the end of the piece. */
  #passString(): void {
    const piece = this.#piece;
    const start = this.#index;
    let index = start;
    // Most of a file is strings, and plain variables are faster than the fields.
    let isEscaped = this.#isEscaped;
    let isOpen = true;
    for (; index < piece.length && isOpen; index++) {
      const code = piece.charCodeAt(index);
      if (isEscaped) isEscaped = false;
      else if (code === backslash) isEscaped = true;
      else if (code === quote) isOpen = false;
    }
    this.#isEscaped = isEscaped;
    this.#inString = isOpen;
    this.#index = index - 1;
    if (this.#depth !== this.#wayDepth || this.#name.length > longestName) return;
    const end = this.#inString ? index : index - 1;
    this.#name += piece.slice(start, Math.min(end, start + longestName + 1));
  }

  #pass(code: number): void {
    if (isSpace(code)) return;
    if (this.#isOver) {
      if (!this.#hasMoreText) this.#fault("more-text", this.#base + this.#index);
      this.#hasMoreText = true;
      return;
    }
    if (this.#listDepth > 0 && this.#depth === this.#listDepth) this.#passInList(code);
    if (code === quote) this.#openString();
    else if (openers.has(code)) this.#open(code);
    else if (closers.has(code)) this.#close(code);
    else if (code === comma && this.#depth === this.#wayDepth) this.#name = "";
  }

  /** Starts and ends the elements of the list. */
  #passInList(code: number): void {
    if (code === comma) this.#endElement(this.#index);
    else if (code !== listCloser) this.#startElement();
    else if (this.#awaitsElement || this.#element.offset !== undefined) this.#endElement(this.#index);
    this.#awaitsElement = code === comma;
  }

  #startElement(): void {
    if (this.#element.offset === undefined) this.#element.start(this.#index, this.#base + this.#index);
  }

  #endElement(index: number): void {
    const { offset = this.#base + index } = this.#element;
    const text = this.#element.end(this.#piece, index);
    this.#count++;
    this.#cuts.push({ kind: "element", number: this.#count, text: text?.trimEnd(), offset });
  }

  #openString(): void {
    this.#inString = true;
    if (this.#depth === this.#wayDepth) this.#name = "";
  }

  #open(code: number): void {
    const wanted = this.#path[this.#depth - 1];
    const isMember = this.#depth === this.#wayDepth && wanted !== undefined && decodedName(this.#name) === wanted;
    if (this.#depth === 0 || isMember) this.#openOnTheWay(code);
    this.#depth++;
  }

  #openOnTheWay(code: number): void {
    if (this.#depth < this.#path.length) {
      if (code === listOpener) return;
      this.#wayDepth = this.#depth + 1;
      this.#name = "";
    } else if (code === listOpener) {
      this.#listDepth = this.#depth + 1;
      this.#hasList = true;
    } else if (this.#depth === 0) {
      this.#hasList = true;
      this.#startElement();
    }
  }

  /** A bracket of the wrong kind does not end the list: it belongs to an element that is broken. */
  #close(code: number): void {
    if (this.#depth === 0 || (this.#depth === this.#listDepth && code !== listCloser)) return;
    if (this.#depth === this.#listDepth) this.#listDepth = 0;
    this.#depth--;
    this.#wayDepth = Math.min(this.#wayDepth, this.#depth);
    if (this.#depth > 0) return;
    this.#isOver = true;
    if (this.#element.offset !== undefined) this.#endElement(this.#index + 1);
  }
}
