import type { SQLInputValue } from "node:sqlite";
import type { FilterKey } from "../../../../core/exchange/filter/filterKeys.ts";
import type { FilterTerm, FilterTest } from "../../../../core/exchange/filter/filterTerm.ts";
import { type FindingKind, findingKinds } from "../../../../core/translation/finding.ts";

/** A condition on `exchanges AS e`. What a person typed is in `values`, never in `sql`. */
export interface SqlCondition {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
}

type Column = "e.status" | "e.endpoint" | "e.method" | "e.origin" | "e.at" | "e.duration_ms";

function compare(column: Column): (test: FilterTest) => SqlCondition {
  return (test) => {
    switch (test.form) {
      case "none":
        return { sql: `${column} IS NULL`, values: [] };
      case "word":
        return { sql: `${column} = ? COLLATE NOCASE`, values: [test.word] };
      case "bounds":
        return {
          sql: test.bounds.map(({ operator }) => `${column} ${operator} ?`).join(" AND "),
          values: test.bounds.map(({ than }) => than),
        };
    }
  };
}

function isFindingKind(word: string): word is FindingKind {
  return findingKinds.some((kind) => kind === word);
}

function hasFinding(test: FilterTest): SqlCondition {
  const word = test.form === "word" ? test.word : "";
  return isFindingKind(word)
    ? { sql: `e.${word} > 0`, values: [] }
    : { sql: "instr(lower(e.finding_codes), ' ' || ? || ' ') > 0", values: [word] };
}

/** What each key of the filter language asks of a row. */
const filterColumns: Readonly<Record<FilterKey, (test: FilterTest) => SqlCondition>> = {
  status: compare("e.status"),
  endpoint: compare("e.endpoint"),
  method: compare("e.method"),
  finding: hasFinding,
  origin: compare("e.origin"),
  before: compare("e.at"),
  after: compare("e.at"),
  duration: compare("e.duration_ms"),
};

/** All terms as one condition; `contains` answers for words and phrases. */
export function filterCondition(
  terms: readonly FilterTerm[],
  contains: (text: string) => SqlCondition,
): SqlCondition[] {
  return terms.map((term) => {
    const { sql, values } = term.kind === "text" ? contains(term.text) : filterColumns[term.key](term.test);
    return { sql: term.negated ? `(${sql}) IS NOT TRUE` : `(${sql})`, values };
  });
}
