import type { Finding, FindingKind } from "../../../../core/translation/finding.ts";

/** What stops or loses something comes first. */
const ranks: Readonly<Record<FindingKind, number>> = { refused: 0, lost: 1, changed: 2, advice: 3, assumed: 4 };

/** Findings as a person reads them; those of one kind stay in the order of the request. */
export function orderFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((one, other) => ranks[one.kind] - ranks[other.kind]);
}
