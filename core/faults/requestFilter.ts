import type { FilterTerm } from "../exchange/filter/filterTerm.ts";
import { parseFilter } from "../exchange/filter/parseFilter.ts";

/** What is known of a request before it is answered. */
export interface RequestFacts {
  readonly method: string;
  /** The endpoint, or the resource that an unsupported request asked for. */
  readonly endpoint: string;
  readonly body: () => string;
}

const keysBeforeAnswer: ReadonlySet<string> = new Set(["endpoint", "method"]);

/** Why a filter cannot be asked of a request that has no answer yet; undefined where it can. */
export function filterFault(text: string): string | undefined {
  const parsed = parseFilter(text);
  if (!parsed.ok) return parsed.message;
  const late = parsed.terms.find((term) => term.kind === "key" && !keysBeforeAnswer.has(term.key));
  return late?.kind === "key"
    ? `${late.key}: is known only after the answer; use words of the body, endpoint: or method:`
    : undefined;
}

/** Whether a request passes a filter that has no fault. */
export function passesFilter(filter: string, facts: RequestFacts): boolean {
  const parsed = parseFilter(filter);
  return parsed.ok && parsed.terms.every((term) => holds(term, facts) !== term.negated);
}

function holds(term: FilterTerm, { method, endpoint, body }: RequestFacts): boolean {
  if (term.kind === "text") return body().toLowerCase().includes(term.text.toLowerCase());
  return term.value.toLowerCase() === (term.key === "method" ? method : endpoint).toLowerCase();
}
