import { isJsonObject, type Json } from "../../json/json.ts";
import { valueAt } from "../../json/pointer.ts";
import type { Problem } from "../problem.ts";
import { eventRequestSchema } from "../schemas/event.ts";
import { profileRequestSchema } from "../schemas/profile.ts";
import { profileResourceSchema } from "../schemas/profileAttributes.ts";
import { checkSchema, schemaCheck } from "./checkSchema.ts";
import { eventProblems } from "./eventProblems.ts";
import { identifierProblem } from "./identifierProblem.ts";
import type { ValidationContext } from "./validationContext.ts";

const eventCheck = schemaCheck(eventRequestSchema);
const personCheck = schemaCheck(profileResourceSchema);
const profileCheck = schemaCheck(profileRequestSchema);

const attributesPointer = "/data/attributes";
const profilePointer = `${attributesPointer}/profile/data`;

/** What of an event can be looked at further: a fault in one part keeps nothing from being said of the others. */
function readableParts(document: Json) {
  const profile = valueAt(document, profilePointer);
  const attributes = valueAt(document, attributesPointer);
  const { time, properties } = isJsonObject(attributes) ? attributes : {};
  return {
    profile: personCheck.takes(profile) ? profile : undefined,
    attributes: {
      ...(typeof time === "string" && { time }),
      ...(isJsonObject(properties) && { properties }),
    },
  };
}

export function* validateEvent(document: Json, { latest }: ValidationContext): Generator<Problem> {
  const request = yield* checkSchema(document, eventCheck, "");
  const taken = request && { profile: request.data.attributes.profile.data, attributes: request.data.attributes };
  const { profile, attributes } = taken ?? readableParts(document);
  const unidentified = profile && identifierProblem(profile, profilePointer);
  if (unidentified) yield unidentified;
  yield* eventProblems(attributes, attributesPointer, latest);
}

export function* validateProfile(document: Json): Generator<Problem> {
  const request = yield* checkSchema(document, profileCheck, "");
  const unidentified = request && identifierProblem({ attributes: request.data.attributes }, "/data");
  if (unidentified) yield unidentified;
}
