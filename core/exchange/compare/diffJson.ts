import {
  isJsonArray,
  isJsonNumber,
  isJsonObject,
  type Json,
  type JsonArray,
  type JsonObject,
  numberText,
} from "../../json/json.ts";
import { type Pointer, toPointer } from "../../json/pointer.ts";
import { pairItems, pairUnordered } from "./pairItems.ts";

/** `added`: only on the right. `removed`: only on the left. `type`: both, of two JSON types (null is one). `changed`: both, of one type. */
export const differenceKinds = ["added", "removed", "changed", "type"] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** A place at which two JSON values differ, with what stands there on each side. */
export interface JsonDifference {
  readonly kind: DifferenceKind;
  /** The place on the left; of what was added, on the right. */
  readonly pointer: Pointer;
  /** The place on the right, where both sides have one and an item of a list above has another index there. */
  readonly rightPointer?: Pointer;
  readonly left?: Json;
  readonly right?: Json;
  /** A list that was compared without its order and has equal items in another one. */
  readonly isReordering?: true;
}

export interface DiffOptions {
  /** Whether the order of the list at a place does not count. */
  readonly isUnordered?: (pointer: Pointer) => boolean;
}

/** A place on both sides; undefined tokens on the side that has none. */
interface Place {
  readonly parent: Place | undefined;
  readonly left: string | number | undefined;
  readonly right: string | number | undefined;
}

interface Frame {
  readonly left: Json | undefined;
  readonly right: Json | undefined;
  readonly place: Place | undefined;
}

function pointerOf(place: Place | undefined, side: "left" | "right"): Pointer {
  const tokens: (string | number)[] = [];
  for (let at = place; at; at = at.parent) tokens.push(at[side] ?? "");
  return toPointer(tokens.reverse());
}

function typeOf(value: Json): string {
  if (value === null) return "null";
  if (isJsonNumber(value)) return "number";
  return isJsonArray(value) ? "array" : typeof value;
}

function isSameScalar(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  return isJsonNumber(left) && isJsonNumber(right) && numberText(left) === numberText(right);
}

function differenceAt({ left, right, place }: Frame): JsonDifference {
  if (left === undefined) return { kind: "added", pointer: pointerOf(place, "right"), right: right ?? null };
  const pointer = pointerOf(place, "left");
  if (right === undefined) return { kind: "removed", pointer, left };
  const rightPointer = pointerOf(place, "right");
  const kind = typeOf(left) === typeOf(right) ? "changed" : "type";
  return { kind, pointer, ...(rightPointer === pointer ? {} : { rightPointer }), left, right };
}

function memberOf(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Frames are taken from the end, so that they are put there in reverse. */
function pushMembers(frames: Frame[], left: JsonObject, right: JsonObject, parent: Place | undefined): void {
  const added = Object.keys(right).filter((name) => !Object.hasOwn(left, name));
  for (const name of [...Object.keys(left), ...added].reverse()) {
    const leftMember = memberOf(left, name);
    const rightMember = memberOf(right, name);
    if (isSameScalar(leftMember, rightMember)) continue;
    frames.push({ left: leftMember, right: rightMember, place: { parent, left: name, right: name } });
  }
}

function pushItems(frames: Frame[], left: JsonArray, right: JsonArray, frame: Frame, options: DiffOptions): boolean {
  const { place: parent } = frame;
  const isUnordered = options.isUnordered?.(pointerOf(parent, "left")) ?? false;
  const { pairs, isReordered } = isUnordered
    ? pairUnordered(left, right)
    : { pairs: pairItems(left, right), isReordered: false };
  for (const [leftIndex, rightIndex] of pairs.reverse()) {
    const leftItem = leftIndex === undefined ? undefined : left[leftIndex];
    const rightItem = rightIndex === undefined ? undefined : right[rightIndex];
    if (isSameScalar(leftItem, rightItem)) continue;
    frames.push({ left: leftItem, right: rightItem, place: { parent, left: leftIndex, right: rightIndex } });
  }
  return isReordered;
}

/** `diffJson`, one difference at a time and with options. */
export function* eachDifference(
  left: Json,
  right: Json,
  options: DiffOptions = {},
): Generator<JsonDifference, void, undefined> {
  const frames: Frame[] = [{ left, right, place: undefined }];
  for (let frame = frames.pop(); frame; frame = frames.pop()) {
    const { left: before, right: after } = frame;
    if (isJsonArray(before) && isJsonArray(after)) {
      if (pushItems(frames, before, after, frame, options)) yield { ...differenceAt(frame), isReordering: true };
    } else if (isJsonObject(before) && isJsonObject(after)) pushMembers(frames, before, after, frame.place);
    else if (!isSameScalar(before, after)) yield differenceAt(frame);
  }
}

/**
 * The places at which two JSON values differ, in the order of the left one; none for equal values. The order of members does not count. Numbers are equal
 * when their texts are: `1.0` against `1` is `changed` though both are one number, because a client may read them differently; a number tolerance of 0
 * excuses it. Items of lists are paired by `pairItems`. No recursion: any depth is taken. Exchanging the sides mirrors the result.
 */
export function diffJson(left: Json, right: Json): JsonDifference[] {
  return [...eachDifference(left, right)];
}
