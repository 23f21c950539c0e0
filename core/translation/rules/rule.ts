import type { Basis } from "../../native/basis.ts";
import type { FindingCode } from "../findingCatalogue.ts";
import type { CarryingTransform, LosingTransform } from "../transforms.ts";

interface RuleColumns<From extends string> {
  /** Unique over all tables; named after the native field, or the Klaviyo field where nothing native carries it. */
  readonly id: string;
  /** Path below the entity in the Klaviyo document, members joined by "."; a final "*" is each member that no other row names. */
  readonly from: From;
  readonly basis: Basis;
  /** The documentation page, or why this was assumed. */
  readonly source: string;
  /** What the rule does, in a sentence. */
  readonly note: string;
}

/** A field that the native API takes. `to` is its path below the native object that the table fills. */
export interface CarryRule<From extends string = string, To extends string = string> extends RuleColumns<From> {
  readonly to: To;
  readonly how: CarryingTransform;
}

/** A field with no native counterpart; the finding says so for each value. */
export interface LoseRule<From extends string = string> extends RuleColumns<From> {
  readonly to: null;
  readonly how: LosingTransform;
  readonly finding: FindingCode;
}

/** One row of the mapping. Of two rows that end at the same native field the first wins; the other value is a conflict. */
export type Rule<From extends string = string, To extends string = string> = CarryRule<From, To> | LoseRule<From>;

/** All paths to members of T, joined by "."; free-form objects take any name. */
export type FieldPath<T> = T extends readonly unknown[]
  ? never
  : T extends object
    ? string extends keyof T
      ? string
      : { [K in keyof T & string]: K | `${K}.${FieldPath<NonNullable<T[K]>>}` }[keyof T & string]
    : never;
