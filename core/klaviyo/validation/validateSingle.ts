import type { Json } from "../../json/json.ts";
import type { Problem } from "../problem.ts";
import { eventRequestSchema } from "../schemas/event.ts";
import { profileRequestSchema } from "../schemas/profile.ts";
import { checkSchema, schemaCheck } from "./checkSchema.ts";
import { eventProblems } from "./eventProblems.ts";
import { identifierProblem } from "./identifierProblem.ts";
import type { ValidationContext } from "./validationContext.ts";

const eventCheck = schemaCheck(eventRequestSchema, "event");
const profileCheck = schemaCheck(profileRequestSchema, "profile");

export function* validateEvent(document: Json, { latest }: ValidationContext): Generator<Problem> {
  const request = yield* checkSchema(document, eventCheck, "");
  if (!request) return;
  const { attributes } = request.data;
  const unidentified = identifierProblem(attributes.profile.data, "/data/attributes/profile/data");
  if (unidentified) yield unidentified;
  yield* eventProblems(attributes, "/data/attributes", latest);
}

export function* validateProfile(document: Json): Generator<Problem> {
  const request = yield* checkSchema(document, profileCheck, "");
  const unidentified = request && identifierProblem({ attributes: request.data.attributes }, "/data");
  if (unidentified) yield unidentified;
}
