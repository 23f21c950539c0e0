import { stringEnd } from "../../../json/scanJson.ts";
import { commentsEnd, singleQuoted } from "./almostJson.ts";

/**
 * What a walk over JSON text tells, in the order of the text. `Frame` is what the visitor knows of a value's place; places in the text are indexes of UTF-16
 * units, a string's without its quotes.
 */
export interface JsonVisitor<Frame> {
  readonly root: Frame;
  /** The place of an object's member; `name` is read, its escapes resolved. */
  member(owner: Frame, name: string): Frame;
  item(owner: Frame, index: number): Frame;
  /** A string, or the name of a member when `isName`; `frame` is then the member's. */
  string(start: number, end: number, frame: Frame, isName: boolean): void;
  number(start: number, end: number, frame: Frame): void;
  /** Anything else that is neither white space nor a mark: true, false, null, and what is not JSON. */
  other(start: number, end: number, frame: Frame): void;
}

interface Level<Frame> {
  readonly frame: Frame;
  readonly isObject: boolean;
  /** Of the value that is under way. */
  valueFrame: Frame;
  awaitsName: boolean;
  index: number;
}

const numberForm = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const otherToken = /[^{}[\],:"\s]+/y;
const colon = /\s*:/y;

interface Token {
  readonly kind: "string" | "number" | "other";
  /** Of what is told: a string is told without its quotes. */
  readonly start: number;
  readonly end: number;
  /** Where the text goes on. */
  readonly next: number;
}

/** What starts at `index`; undefined for white space and for marks. */
function tokenAt(text: string, index: number): Token | undefined {
  if (text.charAt(index) === '"') {
    const end = stringEnd(text, index);
    return { kind: "string", start: index + 1, end, next: end + 1 };
  }
  const single = singleQuoted(text, index);
  if (single) return { kind: "string", start: single.start + 1, end: single.end, next: single.end + 1 };
  otherToken.lastIndex = index;
  if (!otherToken.test(text)) return undefined;
  const { lastIndex: end } = otherToken;
  return { kind: numberForm.test(text.slice(index, end)) ? "number" : "other", start: index, end, next: end };
}

function readName(written: string): string {
  if (!written.includes("\\")) return written;
  try {
    const read: unknown = JSON.parse(`"${written}"`);
    return typeof read === "string" ? read : written;
  } catch {
    return written;
  }
}

/** Follows the marks; a closing one without its opening one is passed over. */
function passMark<Frame>(levels: Level<Frame>[], mark: string, current: Frame, visitor: JsonVisitor<Frame>): void {
  const level = levels.at(-1);
  if (mark === "{") {
    levels.push({ frame: current, isObject: true, valueFrame: current, awaitsName: true, index: 0 });
  } else if (mark === "[") {
    levels.push({ frame: current, isObject: false, valueFrame: visitor.item(current, 0), awaitsName: false, index: 0 });
  } else if (mark === "}" || mark === "]") levels.pop();
  else if (mark === "," && level?.isObject) level.awaitsName = true;
  else if (mark === "," && level) level.valueFrame = visitor.item(level.frame, ++level.index);
}

/** Whether a token is the name of a member, which strings are in JSON, and bare words elsewhere. */
function isNameIn<Frame>(level: Level<Frame> | undefined, text: string, { next }: Token): level is Level<Frame> {
  if (!level?.isObject || !level.awaitsName) return false;
  colon.lastIndex = next;
  return colon.test(text);
}

function passToken<Frame>(levels: Level<Frame>[], text: string, token: Token, visitor: JsonVisitor<Frame>): void {
  const { start, end } = token;
  const level = levels.at(-1);
  const isName = isNameIn(level, text, token);
  if (isName) {
    level.valueFrame = visitor.member(level.frame, readName(text.slice(start, end)));
    level.awaitsName = false;
  }
  const frame = level?.valueFrame ?? visitor.root;
  if (token.kind === "string") visitor.string(start, end, frame, isName);
  else if (token.kind === "number" && !isName) visitor.number(start, end, frame);
  else visitor.other(start, end, frame);
}

/**
 * Walks JSON text token by token, without recursion. Text that is no JSON is walked as far as it makes sense and to its end: one cut short, one with strings in single
 * quotes, with bare names, or with comments before it.
 */
export function walkJson<Frame>(text: string, visitor: JsonVisitor<Frame>): void {
  const levels: Level<Frame>[] = [];
  let index = commentsEnd(text);
  if (index > 0) visitor.other(0, index, visitor.root);
  while (index < text.length) {
    const token = tokenAt(text, index);
    if (token) {
      passToken(levels, text, token, visitor);
      index = token.next;
    } else {
      passMark(levels, text.charAt(index), levels.at(-1)?.valueFrame ?? visitor.root, visitor);
      index++;
    }
  }
}
