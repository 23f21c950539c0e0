/** What a check may depend on besides the document. */
export interface ValidationContext {
  /** Milliseconds since 1970; no event may be later. */
  readonly latest: number;
  /** Whether one item of a bulk request may be past its limit of bytes; only then is it worth measuring each. */
  readonly mayHaveLargeItem: boolean;
}
