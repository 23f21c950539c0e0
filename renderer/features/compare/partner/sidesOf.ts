import type { ExchangeSummary } from "../../../../core/exchange/exchange.ts";

type Placed = Pick<ExchangeSummary, "id" | "parent" | "position">;

/** Which of two exchanges is the left side, what is expected: the parent, or else the one that was recorded first. */
export function sidesOf(one: Placed, other: Placed): { readonly left: string; readonly right: string } {
  const isOtherFirst = one.parent === other.id || (other.parent !== one.id && other.position < one.position);
  return isOtherFirst ? { left: other.id, right: one.id } : { left: one.id, right: other.id };
}
