import { z } from "zod";
import { isJsonArray, type Json } from "../../json/json.ts";
import { type Pointer, valueAt } from "../../json/pointer.ts";
import { endpoints } from "../endpoints.ts";
import { limits } from "../limits.ts";
import type { Problem } from "../problem.ts";
import { type BulkEvent, bulkEventSchema } from "../schemas/event.ts";
import { eventBulkCreateJobSchema, eventBulkCreateSchema } from "../schemas/eventBulkCreateJob.ts";
import { type ProfileResource, profileResourceSchema } from "../schemas/profileAttributes.ts";
import { checkSchema, schemaCheck } from "./checkSchema.ts";
import { eventProblems } from "./eventProblems.ts";
import { identifierProblem } from "./identifierProblem.ts";
import { listProblem } from "./listProblem.ts";
import { createUniqueIdWatch } from "./repeatedUniqueIds.ts";
import type { ValidationContext } from "./validationContext.ts";

const { itemsPointer } = endpoints["event-bulk-create-jobs"];
const profilePointer = "/attributes/profile/data";
const eventsPointer = "/attributes/events/data";
const jobCheck = schemaCheck(eventBulkCreateJobSchema(z.unknown()));
const entryCheck = schemaCheck(eventBulkCreateSchema);
const profileCheck = schemaCheck(profileResourceSchema);
const eventCheck = schemaCheck(bulkEventSchema);

/** An entry counts as one event at least, so that the list of entries has the same bound. */
function countEvents(entries: readonly Json[]): number {
  let count = 0;
  for (const entry of entries) {
    const events = valueAt(entry, eventsPointer);
    count += isJsonArray(events) && events.length > 0 ? events.length : 1;
  }
  return count;
}

interface ReadableParts {
  readonly profile: ProfileResource | undefined;
  /** By their places. */
  readonly events: readonly (BulkEvent | undefined)[];
}

/** What of an entry can be looked at further: a fault in one part keeps nothing from being said of the others. */
function readableParts(entry: Json): ReadableParts {
  const profile = valueAt(entry, profilePointer);
  const events = valueAt(entry, eventsPointer);
  return {
    profile: profileCheck.takes(profile) ? profile : undefined,
    events: isJsonArray(events) ? events.map((event) => (eventCheck.takes(event) ? event : undefined)) : [],
  };
}

function* entryProblems(
  entry: Json,
  pointer: Pointer,
  { latest }: ValidationContext,
  watchUniqueIds: ReturnType<typeof createUniqueIdWatch>,
): Generator<Problem> {
  const taken = yield* checkSchema(entry, entryCheck, pointer);
  const parts = taken && { profile: taken.attributes.profile.data, events: taken.attributes.events.data };
  const { profile, events } = parts ?? readableParts(entry);
  const unidentified = profile && identifierProblem(profile, pointer + profilePointer);
  if (unidentified) yield unidentified;
  const empty = taken && listProblem(pointer + eventsPointer, events.length, limits.eventsPerRequest);
  if (empty) yield empty;
  const uniqueIdProblems = watchUniqueIds(profile);
  for (const [index, event] of events.entries()) {
    if (!event) continue;
    const attributesPointer = `${pointer}${eventsPointer}/${index}/attributes`;
    yield* eventProblems(event.attributes, attributesPointer, latest);
    yield* uniqueIdProblems(event, attributesPointer);
  }
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
