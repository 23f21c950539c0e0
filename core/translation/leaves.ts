import { isJsonArray, isJsonObject, type Json } from "../json/json.ts";

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

/** Visits each leaf below a value; `path`, which names the value itself, is extended meanwhile and left as it was. */
export function eachLeaf(value: Json, path: (string | number)[], visit: () => void): void {
  if (typeof value !== "object" || value === null) {
    visit();
    return;
  }
  const keys = isJsonArray(value) ? value.keys() : isJsonObject(value) ? Object.keys(value) : [];
  let isLeaf = true;
  for (const key of keys) {
    isLeaf = false;
    path.push(key);
    eachLeaf((isJsonArray(value) ? value[Number(key)] : isJsonObject(value) ? value[key] : null) ?? null, path, visit);
    path.pop();
  }
  if (isLeaf) visit();
}
