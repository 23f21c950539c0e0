import { nativeEndpoints } from "../../../../core/native/nativeEndpoints.ts";
import { readBody } from "../../../../core/native/readBody.ts";
import { bulkEventsBodySchema } from "../../../../core/native/schemas.ts";
import { newResourceId } from "../../ids.ts";
import { answered, type Operation, refused } from "../operation.ts";
import { addEvent } from "./createEvent.ts";

/** All events are valid, or none is taken (assumed). */
export const createEvents: Operation = (body, context) => {
  const read = readBody(bulkEventsBodySchema, body);
  if (!read.ok) return refused("validation_error", read);
  for (const event of read.value.events) addEvent(event, context);
  return answered(nativeEndpoints.createEvents.successStatus, {
    id: newResourceId("job"),
    status: "completed",
    accepted: read.value.events.length,
  });
};
