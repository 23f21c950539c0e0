import { isJsonArray, isJsonObject, type Json } from "./json.ts";
import { type Pointer, toPointer } from "./pointer.ts";
import { stringEnd } from "./scanJson.ts";

/** How many members all objects of a value have together. */
export function countMembers(value: Json): number {
  let count = 0;
  if (isJsonArray(value)) {
    for (const item of value) if (typeof item === "object" && item !== null) count += countMembers(item);
  } else if (isJsonObject(value)) {
    for (const name in value) {
      const member = value[name];
      count += 1 + (typeof member === "object" && member !== null ? countMembers(member) : 0);
    }
  }
  return count;
}

/** An object or list that is open while the text is read: the names it has had, or the index it is at. */
interface Level {
  readonly names: Set<string> | undefined;
  token: string | number;
  awaitsName: boolean;
}

/** Whether the string that starts a member, as written, names one that its object has had. */
function isRepetition(level: Level | undefined, literal: string): boolean {
  if (!level?.names || !level.awaitsName) return false;
  const name = String(JSON.parse(literal));
  const isRepeated = level.names.has(name);
  level.names.add(name);
  level.token = name;
  level.awaitsName = false;
  return isRepeated;
}

function passComma(level: Level | undefined): void {
  if (level?.names) level.awaitsName = true;
  else if (level) level.token = Number(level.token) + 1;
}

/** Follows what opens and closes; strings are not its matter. */
function passStructure(levels: Level[], character: string | undefined): void {
  if (character === "{") levels.push({ names: new Set(), token: "", awaitsName: true });
  else if (character === "[") levels.push({ names: undefined, token: 0, awaitsName: false });
  else if (character === "}" || character === "]") levels.pop();
  else if (character === ",") passComma(levels.at(-1));
}

/**
 * The members whose name their object has had before, as pointers in the order of the text: one for each repetition. `text` is valid JSON. Names are
 * compared after their escapes ("a" and "\u0061" are one). Takes its time: ask only where a count of members says that there are any.
 */
export function* repeatedNames(text: string): Generator<Pointer, void, undefined> {
  const levels: Level[] = [];
  for (let index = 0; index < text.length; index++) {
    if (text[index] !== '"') {
      passStructure(levels, text[index]);
      continue;
    }
    const end = stringEnd(text, index);
    if (isRepetition(levels.at(-1), text.slice(index, end + 1))) yield toPointer(levels.map(({ token }) => token));
    index = end;
  }
}
