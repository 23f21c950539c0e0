import type { ExchangeKey } from "./exchangeKey.ts";

/** By what two exchanges found each other. */
export type AlignedBy = "lineage" | "identity" | "order";

export interface AlignedPair {
  readonly left: ExchangeKey;
  readonly right: ExchangeKey;
  readonly by: AlignedBy;
}

/** Every exchange of both sessions, once. Pairs and `leftOnly` are in the order of the left session, `rightOnly` in that of the right one. */
export interface Alignment {
  readonly pairs: readonly AlignedPair[];
  readonly leftOnly: readonly ExchangeKey[];
  readonly rightOnly: readonly ExchangeKey[];
}

/** Names an exchange for one way of finding its partner; null where it cannot be found that way. */
type Naming = (key: ExchangeKey) => string | null;

const ways: readonly { readonly by: AlignedBy; readonly left: Naming; readonly right: Naming }[] = [
  { by: "lineage", left: ({ id }) => id, right: ({ parent }) => parent },
  { by: "lineage", left: ({ parent }) => parent, right: ({ id }) => id },
  { by: "lineage", left: ({ parent }) => parent, right: ({ parent }) => parent },
  {
    by: "identity",
    left: ({ endpoint, identity }) => `${endpoint} ${identity}`,
    right: ({ endpoint, identity }) => `${endpoint} ${identity}`,
  },
  { by: "order", left: ({ endpoint }) => endpoint, right: ({ endpoint }) => endpoint },
];

/** Indices that have no partner yet, in order, by name. */
function waitingByName(keys: readonly ExchangeKey[], free: ReadonlySet<number>, name: Naming): Map<string, number[]> {
  const waiting = new Map<string, number[]>();
  for (const index of free) {
    const key = keys[index];
    const named = key && name(key);
    if (typeof named !== "string") continue;
    const indices = waiting.get(named);
    if (indices) indices.push(index);
    else waiting.set(named, [index]);
  }
  return waiting;
}

function only(keys: readonly ExchangeKey[], free: ReadonlySet<number>): ExchangeKey[] {
  return keys.filter((_key, index) => free.has(index));
}

/** Pairs the indices of one name, the first with the first. */
function* sharedNames(
  left: ReadonlyMap<string, readonly number[]>,
  right: ReadonlyMap<string, readonly number[]>,
): Generator<readonly [number, number]> {
  for (const [name, leftIndices] of left) {
    const rightIndices = right.get(name) ?? [];
    for (const [nth, leftIndex] of leftIndices.entries()) {
      const rightIndex = rightIndices[nth];
      if (rightIndex === undefined) break;
      yield [leftIndex, rightIndex];
    }
  }
}

/**
 * Finds for each exchange of a session its partner in another. By lineage first: one was replayed from the other, or both from a third, the first of several
 * replays being the one. Then by endpoint and identity, the first with the first. What is left is paired by order within its endpoint; exchanges of
 * different endpoints are never partners. Takes time and memory in proportion to the number of keys.
 */
export function alignSessions(left: readonly ExchangeKey[], right: readonly ExchangeKey[]): Alignment {
  const freeLeft = new Set(left.keys());
  const freeRight = new Set(right.keys());
  const byLeft = new Map<number, AlignedPair>();
  for (const way of ways) {
    if (freeLeft.size === 0 || freeRight.size === 0) break;
    const names = sharedNames(waitingByName(left, freeLeft, way.left), waitingByName(right, freeRight, way.right));
    for (const [leftIndex, rightIndex] of names) {
      const [leftKey, rightKey] = [left[leftIndex], right[rightIndex]];
      if (!leftKey || !rightKey) continue;
      byLeft.set(leftIndex, { left: leftKey, right: rightKey, by: way.by });
      freeLeft.delete(leftIndex);
      freeRight.delete(rightIndex);
    }
  }
  const pairs = [...left.keys()].flatMap((index) => byLeft.get(index) ?? []);
  return { pairs, leftOnly: only(left, freeLeft), rightOnly: only(right, freeRight) };
}
