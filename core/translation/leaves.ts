import { isJsonArray, isJsonObject, type Json } from "../json/json.ts";
import { escapeToken, type Pointer } from "../json/pointer.ts";

/**
 * How many leaves a value has: scalars, and objects and lists without members.
 * The figure of a whole document includes those that carry nothing, so it is not the denominator of its fidelity: that is `Translation.leaves`.
 */
export function countLeaves(value: Json): number {
  let count = 0;
  if (isJsonArray(value)) {
    for (const item of value) count += countLeaves(item);
  } else if (isJsonObject(value)) {
    for (const key of Object.keys(value)) count += countLeaves(value[key] ?? null);
  }
  return count === 0 ? 1 : count;
}

/** Visits each leaf of a value, with the pointer that leads to it from there. */
export function eachLeaf(value: Json, visit: (pointer: Pointer) => void, pointer: Pointer = ""): void {
  const entries = isJsonArray(value) ? value.entries() : isJsonObject(value) ? Object.entries(value) : [];
  let isLeaf = true;
  for (const [name, member] of entries) {
    isLeaf = false;
    eachLeaf(member, visit, `${pointer}/${escapeToken(name)}`);
  }
  if (isLeaf) visit(pointer);
}
