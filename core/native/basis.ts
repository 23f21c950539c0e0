/** Where a fact comes from: a documentation page says so, or no page does and this project chose. */
export type Basis = "documented" | "assumed";
