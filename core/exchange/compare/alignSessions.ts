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

/**
 * Finds for each exchange of a session its partner in another. By lineage first: one was replayed from the other, or both from a third, the first of several
 * replays being the one. Then by endpoint and identity, the first with the first. What is left is paired by order within its endpoint; exchanges of
 * different endpoints are never partners. Takes time and memory in proportion to the number of keys.
 */
export function alignSessions(left: readonly ExchangeKey[], right: readonly ExchangeKey[]): Alignment {
  const freeLeft = new Set(left.keys());
  const freeRight = new Set(right.keys());
  const pairs: (AlignedPair & { readonly at: number })[] = [];
  for (const { by, left: leftName, right: rightName } of ways) {
    const onRight = waitingByName(right, freeRight, rightName);
    for (const [name, leftIndices] of waitingByName(left, freeLeft, leftName)) {
      const rightIndices = onRight.get(name) ?? [];
      for (const [nth, rightIndex] of rightIndices.slice(0, leftIndices.length).entries()) {
        const at = leftIndices[nth] ?? 0;
        const [leftKey, rightKey] = [left[at], right[rightIndex]];
        if (!leftKey || !rightKey) continue;
        pairs.push({ left: leftKey, right: rightKey, by, at });
        freeLeft.delete(at);
        freeRight.delete(rightIndex);
      }
    }
  }
  pairs.sort((one, other) => one.at - other.at);
  return {
    pairs: pairs.map(({ left: one, right: other, by }) => ({ left: one, right: other, by })),
    leftOnly: only(left, freeLeft),
    rightOnly: only(right, freeRight),
  };
}
