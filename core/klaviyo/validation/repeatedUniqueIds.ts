import type { Pointer } from "../../json/pointer.ts";
import { identityKey } from "../../native/identityKey.ts";
import type { Problem } from "../problem.ts";
import type { BulkEvent } from "../schemas/event.ts";
import { textOf } from "../schemas/fields.ts";
import type { ProfileResource } from "../schemas/profileAttributes.ts";

/** One name for each identifier of a profile: two entries speak of one profile where they share any (assumed). */
function profileKeys({ attributes: { email, phone_number, external_id } }: ProfileResource): string[] {
  const identifiers = Object.entries({ email, phone: phone_number, external_id });
  return identifiers.flatMap(([name, value]) => {
    const text = textOf(value);
    return text ? [JSON.stringify([name, identityKey(name, text)])] : [];
  });
}

type EventWatch = (event: BulkEvent, attributesPointer: Pointer) => Generator<Problem>;

/**
 * Keeps watch over the events of one bulk request, profile by profile: a `unique_id` that comes again for the same profile and metric refuses the request
 * (Klaviyo API reference since 2025-01-28).
 */
export function createUniqueIdWatch(): (profile: ProfileResource | undefined) => EventWatch {
  const seen = new Map<string, Pointer>();
  return (profile) => {
    const profiles = profile ? profileKeys(profile) : [];
    return function* ({ attributes: { metric, unique_id } }, attributesPointer) {
      const id = textOf(unique_id);
      if (!id) return;
      const pointer = `${attributesPointer}/unique_id`;
      const keys = profiles.map((key) => JSON.stringify([key, textOf(metric.data.attributes.name), id]));
      const first = keys.map((key) => seen.get(key)).find((place) => place !== undefined);
      if (first) yield { code: "duplicate-unique-id", pointer, facts: { first } };
      for (const key of keys) if (!seen.has(key)) seen.set(key, pointer);
    };
  };
}
