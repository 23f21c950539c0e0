import type { Json } from "../../json/json.ts";
import type { Basis } from "../../native/basis.ts";
import type { AnswerTransform } from "../answerTransforms.ts";

/**
 * One row of the way back. Paths begin with what they are read from: `answer`, the native answer's body; `sent`, the Klaviyo request; `context`, what
 * the workbench knows of the exchange. `to` is a path of the Klaviyo answer.
 */
export interface AnswerRule<Answer extends string = string> {
  readonly id: string;
  readonly from: `answer.${Answer}` | `sent.${string}` | `context.${keyof AnswerContext}`;
  /** A second value, which `how` weighs against the first. */
  readonly otherwise?: AnswerRule<Answer>["from"];
  readonly to: string;
  readonly how: AnswerTransform;
  readonly basis: Basis;
  readonly source: string;
  readonly note: string;
}

/** What the workbench knows of an exchange. */
export type AnswerContext = {
  /** Time of receipt, ISO 8601 UTC. */
  readonly now: string;
  /** Id for a job that has none natively. */
  readonly job: string;
  /** How many events or profiles the request has. */
  readonly total: number;
};

/** What the rules of the way back read from. */
export interface AnswerSource {
  readonly answer: Json;
  readonly sent: Json;
  readonly context: AnswerContext;
}
