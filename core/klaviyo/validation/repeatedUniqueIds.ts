import type { Pointer } from "../../json/pointer.ts";
import type { Problem } from "../problem.ts";
import type { EventBulkCreate } from "../schemas/eventBulkCreateJob.ts";
import { textOf } from "../schemas/fields.ts";

/** One name for each identifier of the entry's profile: two entries speak of one profile where they share any (assumed). */
function profileKeys({ profile }: EventBulkCreate["attributes"]): string[] {
  const { email, phone_number, external_id } = profile.data.attributes;
  const keys = [
    ["email", textOf(email)?.toLowerCase()],
    ["phone", textOf(phone_number)],
    ["external_id", textOf(external_id)],
  ];
  return keys.filter(([, value]) => value).map((key) => JSON.stringify(key));
}

/**
 * Keeps watch over the entries of one bulk request: a `unique_id` that comes again for the same profile and metric refuses the request
 * (Klaviyo API reference since 2025-01-28).
 */
export function createUniqueIdWatch(): (entry: EventBulkCreate, pointer: Pointer) => Generator<Problem> {
  const seen = new Map<string, Pointer>();
  return function* ({ attributes }, entryPointer) {
    const profiles = profileKeys(attributes);
    for (const [index, event] of attributes.events.data.entries()) {
      const { metric, unique_id } = event.attributes;
      const id = textOf(unique_id);
      if (!id) continue;
      const pointer = `${entryPointer}/attributes/events/data/${index}/attributes/unique_id`;
      const keys = profiles.map((profile) => JSON.stringify([profile, textOf(metric.data.attributes.name), id]));
      const first = keys.map((key) => seen.get(key)).find((place) => place !== undefined);
      if (first) yield { code: "duplicate-unique-id", pointer, facts: { first } };
      for (const key of keys) if (!seen.has(key)) seen.set(key, pointer);
    }
  };
}
