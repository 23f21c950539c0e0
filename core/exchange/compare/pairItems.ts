import type { Json, JsonArray } from "../../json/json.ts";
import { canonicalText } from "./canonicalText.ts";

/** Indices of two items that are compared with each other; undefined where an item has no partner. */
export type ItemPair = readonly [left: number | undefined, right: number | undefined];

/** Longer lists are paired by index: looking for what moved would cost as much memory again as the lists. */
const longestAligned = 100_000;

/** Pairs the items between two bounds of each side by their order. */
function pairGap(pairs: ItemPair[], left: readonly [number, number], right: readonly [number, number]): void {
  const length = Math.max(left[1] - left[0], right[1] - right[0]);
  for (let offset = 0; offset < length; offset++) {
    const leftIndex = left[0] + offset;
    const rightIndex = right[0] + offset;
    pairs.push([leftIndex < left[1] ? leftIndex : undefined, rightIndex < right[1] ? rightIndex : undefined]);
  }
}

function commonStart(left: readonly string[], right: readonly string[]): number {
  let length = 0;
  while (length < left.length && length < right.length && left[length] === right[length]) length++;
  return length;
}

function commonEnd(left: readonly string[], right: readonly string[], start: number): number {
  let length = 0;
  const most = Math.min(left.length, right.length) - start;
  while (length < most && left[left.length - 1 - length] === right[right.length - 1 - length]) length++;
  return length;
}

/** The index of each text that occurs once between two bounds. */
function onlyIndices(texts: readonly string[], start: number, end: number): Map<string, number> {
  const indices = new Map<string, number>();
  const repeated = new Set<string>();
  for (let index = start; index < end; index++) {
    const text = texts[index] ?? "";
    if (indices.has(text)) repeated.add(text);
    indices.set(text, index);
  }
  for (const text of repeated) indices.delete(text);
  return indices;
}

/** First index in an ascending list whose value is not below the one asked for. */
function lowerBound(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The longest run of pairs in which both sides ascend; the left side does already. */
function longestAscending(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const lasts: number[] = [];
  const lastAt: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [at, [, right]] of pairs.entries()) {
    const length = lowerBound(lasts, right);
    lasts[length] = right;
    lastAt[length] = at;
    before.push(length === 0 ? undefined : lastAt[length - 1]);
  }
  const run: (readonly [number, number])[] = [];
  for (let at = lastAt.at(-1); at !== undefined; at = before[at]) {
    const pair = pairs[at];
    if (pair) run.push(pair);
  }
  return run.reverse();
}

/** Pairs equal items that occur once on each side, in the longest order they share, and what lies between by index. */
function alignTexts(left: readonly string[], right: readonly string[]): ItemPair[] {
  const start = commonStart(left, right);
  const end = commonEnd(left, right, start);
  const onRight = onlyIndices(right, start, right.length - end);
  const anchors = [...onlyIndices(left, start, left.length - end)].flatMap(([text, index]) => {
    const partner = onRight.get(text);
    return partner === undefined ? [] : [[index, partner] as const];
  });
  const pairs: ItemPair[] = [];
  pairGap(pairs, [0, start], [0, start]);
  let [leftNext, rightNext] = [start, start];
  for (const [leftIndex, rightIndex] of longestAscending(anchors)) {
    pairGap(pairs, [leftNext, leftIndex], [rightNext, rightIndex]);
    pairs.push([leftIndex, rightIndex]);
    [leftNext, rightNext] = [leftIndex + 1, rightIndex + 1];
  }
  pairGap(pairs, [leftNext, left.length - end], [rightNext, right.length - end]);
  pairGap(pairs, [left.length - end, left.length], [right.length - end, right.length]);
  return pairs;
}

function swapped([left, right]: ItemPair): ItemPair {
  return [right, left];
}

const textOf = (item: Json): string => canonicalText(item);

/**
 * Decides which items of two lists are compared with each other: by index, unless one list is longer; then equal items find each other, so that one
 * insertion is one difference. n log n in the number of items; the result mirrors when the lists are exchanged.
 */
export function pairItems(left: JsonArray, right: JsonArray): ItemPair[] {
  if (left.length > right.length) return pairItems(right, left).map(swapped);
  if (left.length === right.length || right.length > longestAligned) {
    const pairs: ItemPair[] = [];
    pairGap(pairs, [0, left.length], [0, right.length]);
    return pairs;
  }
  return alignTexts(left.map(textOf), right.map(textOf));
}

/** Pairs equal items wherever they stand, the rest by their order. `isReordered` says that equal items stand in another order. */
export function pairUnordered(left: JsonArray, right: JsonArray): { pairs: ItemPair[]; isReordered: boolean } {
  const waiting = new Map<string, number[]>();
  for (let index = right.length - 1; index >= 0; index--) {
    const text = textOf(right[index] ?? null);
    const indices = waiting.get(text);
    if (indices) indices.push(index);
    else waiting.set(text, [index]);
  }
  const pairs: ItemPair[] = [];
  const leftOver: number[] = [];
  const taken = new Set<number>();
  let isReordered = false;
  let latest = -1;
  for (const [index, item] of left.entries()) {
    const partner = waiting.get(textOf(item))?.pop();
    if (partner === undefined) leftOver.push(index);
    else {
      pairs.push([index, partner]);
      taken.add(partner);
      if (partner < latest) isReordered = true;
      latest = partner;
    }
  }
  const rightOver = [...right.keys()].filter((index) => !taken.has(index));
  for (let at = 0; at < Math.max(leftOver.length, rightOver.length); at++) pairs.push([leftOver[at], rightOver[at]]);
  return { pairs, isReordered };
}
