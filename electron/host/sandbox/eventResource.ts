import { isJsonObject, type JsonObject, parseJson } from "../../../core/json/json.ts";
import type { StoredEvent } from "../store/sandboxTables.ts";

/** An event is stored as it is returned. */
export function eventResource({ id, body }: StoredEvent): JsonObject {
  const parsed = parseJson(body);
  if (parsed.ok && isJsonObject(parsed.value)) return parsed.value;
  throw new Error(`The stored event ${id} cannot be read.`);
}
