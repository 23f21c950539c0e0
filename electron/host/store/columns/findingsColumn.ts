import { z } from "zod";
import { type Finding, type FindingKind, findingKinds, severities } from "../../../../core/translation/finding.ts";

/**
 * Findings in a column: what is said, once each, and for each finding the number of what it says and its pointer. A bulk import may have 50,000 findings
 * that say five things.
 */
const columnSchema = z.object({
  said: z.array(z.tuple([z.enum(severities), z.string(), z.enum(findingKinds), z.string()])),
  at: z.array(z.union([z.int(), z.string()])),
});
type FindingsColumn = z.infer<typeof columnSchema>;

const noFindings = '{"said":[],"at":[]}';

export function findingsColumn(findings: readonly Finding[]): string {
  if (findings.length === 0) return noFindings;
  const said: string[] = [];
  const at: FindingsColumn["at"] = [];
  const numbers = new Map<string, number>();
  for (const { severity, code, kind, message, pointer } of findings) {
    const key = `${code} ${message}`;
    let number = numbers.get(key);
    if (number === undefined) {
      number = said.push(saidText(key, severity, code, kind, message)) - 1;
      numbers.set(key, number);
    }
    at.push(number, pointer);
  }
  return `{"said":[${said.join(",")}],"at":${JSON.stringify(at)}}`;
}

const saidTexts = new Map<string, string>();
const mostSaid = 1000;

/** Traffic is told the same few things over and over, as JSON each time. */
function saidText(
  key: string,
  ...said: readonly [severity: string, code: string, kind: string, message: string]
): string {
  const known = saidTexts.get(key);
  if (known !== undefined) return known;
  const text = JSON.stringify(said);
  if (saidTexts.size >= mostSaid) saidTexts.clear();
  saidTexts.set(key, text);
  return text;
}

export function readFindings(text: string): Finding[] {
  const { said, at } = columnSchema.parse(JSON.parse(text));
  const findings: Finding[] = [];
  for (let index = 0; index < at.length; index += 2) {
    const what = said[Number(at[index])];
    const pointer = at[index + 1];
    if (!what || typeof pointer !== "string") throw new Error("The findings of an exchange are damaged.");
    const [severity, code, kind, message] = what;
    findings.push({ severity, code, kind, pointer, message });
  }
  return findings;
}

export interface FindingCounts {
  readonly kinds: Record<FindingKind, number>;
  /** Codes between spaces, " unknown-field lost-id ", so that one is found whole. */
  readonly codes: string;
}

export function countFindings(findings: readonly Finding[]): FindingCounts {
  const kinds: Record<FindingKind, number> = { lost: 0, changed: 0, assumed: 0, advice: 0, refused: 0 };
  const codes = new Set<string>();
  for (const { kind, code } of findings) {
    kinds[kind] += 1;
    codes.add(code);
  }
  return { kinds, codes: codes.size === 0 ? "" : ` ${[...codes].join(" ")} ` };
}
