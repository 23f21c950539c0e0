import { stringEnd } from "../../../json/scanJson.ts";

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
const onlySpace = /[ \t\r\n]*:/y;

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

function passString<Frame>(
  level: Level<Frame> | undefined,
  text: string,
  start: number,
  visitor: JsonVisitor<Frame>,
): number {
  const end = stringEnd(text, start);
  onlySpace.lastIndex = end + 1;
  const isName = level?.isObject === true && level.awaitsName && onlySpace.test(text);
  if (isName) {
    level.valueFrame = visitor.member(level.frame, readName(text.slice(start + 1, end)));
    level.awaitsName = false;
  }
  visitor.string(start + 1, end, level?.valueFrame ?? visitor.root, isName);
  return end + 1;
}

/** Walks JSON text token by token, without recursion. Text that is no JSON, as one cut short, is walked as far as it makes sense and to its end. */
export function walkJson<Frame>(text: string, visitor: JsonVisitor<Frame>): void {
  const levels: Level<Frame>[] = [];
  let index = 0;
  while (index < text.length) {
    const character = text.charAt(index);
    const level = levels.at(-1);
    const frame = level?.valueFrame ?? visitor.root;
    otherToken.lastIndex = index;
    if (character === '"') index = passString(level, text, index, visitor);
    else if (otherToken.test(text)) {
      const { lastIndex: end } = otherToken;
      if (numberForm.test(text.slice(index, end))) visitor.number(index, end, frame);
      else visitor.other(index, end, frame);
      index = end;
    } else {
      passMark(levels, character, frame, visitor);
      index++;
    }
  }
}
