import type { PairVerdict, RetranslationView, SessionComparison } from "../../../../core/contract/comparison.ts";

/** Work over whole sessions that a thread of its own does, so that traffic does not wait for it. */
export type SessionTask =
  | { readonly kind: "compare"; readonly left: string; readonly right: string }
  | { readonly kind: "retranslate"; readonly session: string };

/** What a task ends with. */
export interface SessionResults {
  readonly compare: SessionComparison;
  readonly retranslate: RetranslationView;
}

/** One line of a result: small enough to keep a hundred thousand of. */
export interface ResultRow {
  readonly verdict: PairVerdict;
  readonly left: string | null;
  readonly right: string | null;
  readonly text: string;
  /** The groups of the result that it is in. */
  readonly groups: readonly number[];
}

/** What the thread tells meanwhile. */
export type SessionNews =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "rows"; readonly rows: readonly ResultRow[] };
