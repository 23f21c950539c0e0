import type { JsonDifference } from "./diffJson.ts";

/**
 * The parts of an exchange that are compared, and what their pointers count from. `status`: "". `response-header`: "/name" in lower case.
 * `response-body`: the body. `native-request`: the list of calls, "/0/method", "/0/path", "/0/body/…"; a body that is not JSON is "/0/text" or
 * "/0/base64". `native-response`: the list of their answers, "/0/status", "/0/body/…"; null where none came.
 */
export const parts = ["status", "response-header", "response-body", "native-request", "native-response"] as const;
export type Part = (typeof parts)[number];

/** A difference between two exchanges. A repeated header has a list of values; a body that is not JSON stands as it is recorded. */
export interface Difference extends JsonDifference {
  readonly part: Part;
  /** Id of the equivalence rule that excuses it: it counts for nothing but its rule. */
  readonly rule?: string;
}
