import { z } from "zod";
import { isJsonArray, type Json } from "../../json/json.ts";
import { type Pointer, valueAt } from "../../json/pointer.ts";
import { endpoints } from "../endpoints.ts";
import { limits } from "../limits.ts";
import type { Problem } from "../problem.ts";
import { eventBulkCreateJobSchema, eventBulkCreateSchema } from "../schemas/eventBulkCreateJob.ts";
import { checkSchema, schemaCheck } from "./checkSchema.ts";
import { eventProblems } from "./eventProblems.ts";
import { identifierProblem } from "./identifierProblem.ts";
import { listProblem } from "./listProblem.ts";
import { createUniqueIdWatch } from "./repeatedUniqueIds.ts";
import type { ValidationContext } from "./validationContext.ts";

const { itemsPointer } = endpoints["event-bulk-create-jobs"];
const eventsPointer = "/attributes/events/data";
const jobCheck = schemaCheck(eventBulkCreateJobSchema(z.unknown()), "event-bulk-create-job");
const entryCheck = schemaCheck(eventBulkCreateSchema, "event-bulk-create");

/** An entry counts as one event at least, so that the list of entries has the same bound. */
function countEvents(entries: readonly Json[]): number {
  let count = 0;
  for (const entry of entries) {
    const events = valueAt(entry, eventsPointer);
    count += isJsonArray(events) && events.length > 0 ? events.length : 1;
  }
  return count;
}

function* entryProblems(
  entry: Json,
  pointer: Pointer,
  { latest }: ValidationContext,
  watchUniqueIds: ReturnType<typeof createUniqueIdWatch>,
): Generator<Problem> {
  const taken = yield* checkSchema(entry, entryCheck, pointer);
  if (!taken) return;
  const { profile, events } = taken.attributes;
  const unidentified = identifierProblem(profile.data, `${pointer}/attributes/profile/data`);
  if (unidentified) yield unidentified;
  const empty = listProblem(pointer + eventsPointer, events.data.length, limits.eventsPerRequest);
  if (empty) yield empty;
  for (const [index, event] of events.data.entries()) {
    yield* eventProblems(event.attributes, `${pointer}${eventsPointer}/${index}/attributes`, latest);
  }
  yield* watchUniqueIds(taken, pointer);
}

export function* validateBulkEvents(document: Json, context: ValidationContext): Generator<Problem> {
  yield* checkSchema(document, jobCheck, "");
  const entries = valueAt(document, itemsPointer);
  if (!isJsonArray(entries)) return;
  const count = entries.length > limits.eventsPerRequest.value ? entries.length : countEvents(entries);
  const listed = listProblem(itemsPointer, count, limits.eventsPerRequest);
  if (listed) {
    yield listed;
    return;
  }
  const watchUniqueIds = createUniqueIdWatch();
  for (const [index, entry] of entries.entries()) {
    yield* entryProblems(entry, `${itemsPointer}/${index}`, context, watchUniqueIds);
  }
}
