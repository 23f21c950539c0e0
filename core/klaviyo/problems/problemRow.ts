import type { Basis } from "../../native/basis.ts";

/**
 * One row of the compat surface's error catalogue.
 *
 * `title`, `detail` and `fix` may hold `{name}` places, filled from the facts of a problem. Errors of Klaviyo's framework (credentials, routes, faults)
 * always point to `/data/` and carry neither `links` nor `meta`; those of validation point to the exact field and carry both, if empty.
 */
export interface ProblemRow {
  readonly status: number;
  /** The JSON:API `code` a client reads; several rows may share one. */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly family: "framework" | "validation";
  readonly basis: Basis;
  /** What documents the answer, or what the assumption follows from. */
  readonly source: string;
  /** What a person does about it. */
  readonly fix: string;
  /** What a list row says of it, where the detail would be too long. */
  readonly label?: string;
  /** What the row says after that, where the pointer is not what one wants to know. */
  readonly subject?: string;
  /** Value of `links.type`. */
  readonly linkType?: string;
}
