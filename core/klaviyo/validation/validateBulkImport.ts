import { z } from "zod";
import { isJsonArray, type Json, stringifyJson } from "../../json/json.ts";
import { type Pointer, valueAt } from "../../json/pointer.ts";
import { utf8Length } from "../../json/utf8.ts";
import { endpoints } from "../endpoints.ts";
import { limits } from "../limits.ts";
import type { Problem } from "../problem.ts";
import { profileResourceSchema } from "../schemas/profileAttributes.ts";
import { profileBulkImportJobSchema } from "../schemas/profileBulkImportJob.ts";
import { checkSchema, schemaCheck } from "./checkSchema.ts";
import { identifierProblem, isIdentified } from "./identifierProblem.ts";
import { listProblem } from "./listProblem.ts";
import type { ValidationContext } from "./validationContext.ts";

const { itemsPointer } = endpoints["profile-bulk-import-jobs"];
const jobCheck = schemaCheck(profileBulkImportJobSchema(z.unknown()));
const profileCheck = schemaCheck(profileResourceSchema);

/** Of nearly every profile nothing more needs to be asked. */
function isPlain(profile: Json, { mayHaveLargeItem }: ValidationContext): boolean {
  return !mayHaveLargeItem && profileCheck.takes(profile) && isIdentified(profile);
}

function* profileProblems(profile: Json, pointer: Pointer, context: ValidationContext): Generator<Problem> {
  const taken = yield* checkSchema(profile, profileCheck, pointer);
  const unidentified = taken && identifierProblem(taken, pointer);
  if (unidentified) yield unidentified;
  const { value: limit } = limits.importedProfileBytes;
  if (context.mayHaveLargeItem && utf8Length(stringifyJson(profile)) > limit) {
    yield { code: "profile-too-large", pointer, facts: { limit } };
  }
}

export function* validateBulkImport(document: Json, context: ValidationContext): Generator<Problem> {
  yield* checkSchema(document, jobCheck, "");
  const profiles = valueAt(document, itemsPointer);
  if (!isJsonArray(profiles)) return;
  const listed = listProblem(itemsPointer, profiles.length, limits.profilesPerRequest);
  if (listed) {
    yield listed;
    return;
  }
  let index = 0;
  for (const profile of profiles) {
    if (!isPlain(profile, context)) yield* profileProblems(profile, `${itemsPointer}/${index}`, context);
    index++;
  }
}
