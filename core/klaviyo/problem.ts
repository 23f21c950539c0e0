import type { Json } from "../json/json.ts";
import type { Pointer } from "../json/pointer.ts";
import type { Finding } from "../translation/finding.ts";
import { answerProblems } from "./problems/answerProblems.ts";
import type { ProblemRow } from "./problems/problemRow.ts";
import { requestProblems } from "./problems/requestProblems.ts";
import { surfaceProblems } from "./problems/surfaceProblems.ts";

/** Everything the compat surface answers with an error: status, code, title, detail, whether documented, and its source. */
export const problemCatalogue = { ...surfaceProblems, ...requestProblems, ...answerProblems };

export type ProblemCode = keyof typeof problemCatalogue;

/** One error on its way to a client. */
export interface Problem {
  readonly code: ProblemCode;
  /** Where the answer points; framework errors point to "/data/" whatever is set here. */
  readonly pointer: Pointer;
  /** Where the cause is in the request, if the answer does not point there. */
  readonly cause?: Pointer;
  /** Values for the `{name}` places of the catalogue row. */
  readonly facts?: Readonly<Record<string, string | number>>;
  /** Members of the error's `meta`, for example `duplicate_profile_id`. */
  readonly meta?: Readonly<Record<string, string>>;
}

export interface ErrorAnswer {
  readonly status: number;
  readonly body: Json;
}

export function problemRow(code: ProblemCode): ProblemRow {
  return problemCatalogue[code];
}

/** Fills the `{name}` places of a catalogue text; `{plural}` is "s" unless `seconds` is 1. */
function fill(template: string, { facts }: Problem): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    if (name === "plural") return facts?.seconds === 1 ? "" : "s";
    return String(facts?.[name] ?? place);
  });
}

export function problemDetail(problem: Problem): string {
  return fill(problemRow(problem.code).detail, problem);
}

function filledOrNothing(template: string | undefined, problem: Problem): string | undefined {
  const filled = template === undefined ? undefined : fill(template, problem);
  return filled?.includes("{") ? undefined : filled;
}

/** What a list row says of a problem: what it is, and the field or fact it is about. */
export function problemLines(problem: Problem): { readonly title: string; readonly subject: string } {
  const { label, detail, title, subject, family } = problemRow(problem.code);
  const place = family === "validation" ? problem.cause || problem.pointer : "";
  return {
    title: filledOrNothing(label ?? detail, problem) ?? fill(title, problem),
    subject: filledOrNothing(subject, problem) ?? place,
  };
}

function errorObject(problem: Problem, requestId: string): Json {
  const row = problemRow(problem.code);
  const common = {
    id: requestId,
    status: row.status,
    code: row.code,
    title: fill(row.title, problem),
    detail: fill(row.detail, problem),
  };
  if (row.family === "framework") return { ...common, source: { pointer: "/data/" } };
  return {
    ...common,
    source: { pointer: problem.pointer },
    links: row.linkType ? { type: row.linkType } : {},
    meta: problem.meta ?? {},
  };
}

/**
 * The JSON:API answer to one problem or more: integer status, the request's id on each error (Klaviyo, recorded answers). Problems of one
 * answer share a status; the first one gives it.
 */
export function errorDocument(problems: readonly Problem[], requestId: string): ErrorAnswer {
  const [first] = problems;
  if (first === undefined) throw new Error("An error document needs at least one problem.");
  return {
    status: problemRow(first.code).status,
    body: { errors: problems.map((problem) => errorObject(problem, requestId)) },
  };
}

/** What a person reads beside the answer: why each problem refuses the request, what to change, and whether the refusal is documented. */
export function problemFindings(problems: readonly Problem[]): Finding[] {
  return problems.map((problem) => {
    const { fix, basis } = problemRow(problem.code);
    const assumed = basis === "assumed" ? " (Assumed: no documentation gives this answer.)" : "";
    const detail = problemDetail(problem).replace(/[^.!?)]$/, "$&.");
    return {
      severity: "error",
      code: problem.code,
      kind: "refused",
      pointer: problem.cause ?? problem.pointer,
      message: `${detail} ${fill(fix, problem)}${assumed}`,
    };
  });
}
