import { nativeEndpoints } from "../../../../core/native/nativeEndpoints.ts";
import { readBody } from "../../../../core/native/readBody.ts";
import { bulkEventsBodySchema } from "../../../../core/native/schemas.ts";
import { newResourceId } from "../../ids.ts";
import { answered, type Operation, refused } from "../operation.ts";
import { recordEvent } from "./createEvent.ts";

/** All events are valid, or none is taken; those whose idempotency keys are known are not counted as accepted (assumed). */
export const createEvents: Operation = (body, context) => {
  const read = readBody(bulkEventsBodySchema, body);
  if (!read.ok) return refused("validation_error", read);
  const isNew = read.value.events.map((event) => recordEvent(event, context).isNew);
  return answered(nativeEndpoints.createEvents.successStatus, {
    id: newResourceId("job"),
    status: "completed",
    accepted: isNew.filter(Boolean).length,
  });
};
