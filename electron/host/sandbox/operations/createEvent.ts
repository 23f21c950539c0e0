import { type JsonObject, stringifyJson } from "../../../../core/json/json.ts";
import { nativeEndpoints } from "../../../../core/native/nativeEndpoints.ts";
import { readBody } from "../../../../core/native/readBody.ts";
import { type EventBody, eventBodySchema } from "../../../../core/native/schemas.ts";
import { newResourceId } from "../../ids.ts";
import { eventResource } from "../eventResource.ts";
import { identifiersOf, resolveProfile } from "../identity.ts";
import { answered, type Operation, type OperationContext, refused } from "../operation.ts";
import { withoutNulls } from "../profileResource.ts";

export const createEvent: Operation = (body, context) => {
  const read = readBody(eventBodySchema, body);
  if (!read.ok) return refused("validation_error", read);
  const { resource, text } = recordEvent(read.value, context);
  return answered(nativeEndpoints.createEvent.successStatus, resource, text);
};

interface RecordedEvent {
  readonly resource: JsonObject;
  /** The resource as JSON. */
  readonly text: string;
  readonly isNew: boolean;
}

/** A repeated idempotency key gets the original answer and makes no second event (documented). */
export function recordEvent(event: EventBody, { tables, property, now }: OperationContext): RecordedEvent {
  const key = event.idempotency_key ?? null;
  const original = key === null ? undefined : tables.findEventByIdempotencyKey(property, key);
  if (original) return { resource: eventResource(original), text: original.body, isNew: false };

  const identifiers = identifiersOf(event.profile);
  const { profile, isNew, hasNewIdentifiers } = resolveProfile(tables, property, identifiers, { now, replace: false });
  if (isNew) tables.insertProfile(property, profile);
  else if (hasNewIdentifiers) tables.updateProfile(property, { ...profile, updatedAt: now });

  const id = newResourceId("evt");
  const occurredAt = event.occurred_at ?? now;
  const resource = {
    id,
    event_type: event.event_type,
    profile_id: profile.id,
    profile: withoutNulls(event.profile),
    properties: event.properties ?? {},
    idempotency_key: key,
    occurred_at: occurredAt,
    created_at: now,
  };
  const text = stringifyJson(resource);
  tables.insertEvent(property, {
    id,
    profileId: profile.id,
    eventType: event.event_type,
    idempotencyKey: key,
    occurredAt,
    body: text,
  });
  return { resource, text, isNew: true };
}
