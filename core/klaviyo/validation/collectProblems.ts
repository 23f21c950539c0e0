import { reportedErrors } from "../limits.ts";
import type { Problem } from "../problem.ts";

/** Takes problems as they are found until there are as many as an answer lists; then nothing more is looked for, and the last one says so. */
export function collectProblems(problems: Iterable<Problem>): Problem[] {
  const listed: Problem[] = [];
  let characters = 0;
  for (const problem of problems) {
    if (listed.length === reportedErrors.count || characters > reportedErrors.characters) {
      listed.push({ code: "more-errors", pointer: "/data", facts: { count: listed.length } });
      break;
    }
    listed.push(problem);
    characters += problem.pointer.length;
  }
  return listed;
}
