import type { Pointer } from "../../json/pointer.ts";
import type { Limit } from "../limits.ts";
import type { Problem } from "../problem.ts";

/** A list of items that is empty, or counts more than its limit. */
export function listProblem(pointer: Pointer, count: number, { value: limit, problem }: Limit): Problem | undefined {
  if (count === 0) return { code: "empty-list", pointer, facts: { field: "data" } };
  return count > limit ? { code: problem, pointer, facts: { limit } } : undefined;
}
