import type { FilterKey } from "./filterKeys.ts";

/** A bound on a number, or on a time as ISO 8601 UTC with milliseconds. */
export interface Bound {
  readonly operator: ">" | ">=" | "<" | "<=";
  readonly than: number | string;
}

/** What the value of a term asks: all bounds hold, there is none, or it is this word. */
export type FilterTest =
  | { readonly form: "bounds"; readonly bounds: readonly Bound[] }
  | { readonly form: "none" }
  | { readonly form: "word"; readonly word: string };

/** One term of a filter; an exchange passes when every term holds. `negated` turns the term round. */
export type FilterTerm =
  /** The words occur in the exchange, one after the other, the last perhaps only begun. */
  | { readonly kind: "text"; readonly text: string; readonly negated: boolean }
  | {
      readonly kind: "key";
      readonly key: FilterKey;
      /** As written. */
      readonly value: string;
      readonly test: FilterTest;
      readonly negated: boolean;
    };
