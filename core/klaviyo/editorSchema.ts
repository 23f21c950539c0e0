import { z } from "zod";
import type { EndpointId } from "./endpoints.ts";
import { eventRequestSchema } from "./schemas/event.ts";
import { eventBulkCreateJobSchema, eventBulkCreateSchema } from "./schemas/eventBulkCreateJob.ts";
import { profileRequestSchema } from "./schemas/profile.ts";
import { profileResourceSchema } from "./schemas/profileAttributes.ts";
import { profileBulkImportJobSchema } from "./schemas/profileBulkImportJob.ts";

/** JSON Schema, draft 2020-12, self-contained. */
export type JSONSchema = z.core.JSONSchema.BaseSchema;

const documents = {
  events: () => eventRequestSchema,
  "event-bulk-create-jobs": () => eventBulkCreateJobSchema(eventBulkCreateSchema),
  profiles: () => profileRequestSchema,
  "profile-bulk-import-jobs": () => profileBulkImportJobSchema(profileResourceSchema),
} as const satisfies Record<EndpointId, () => z.ZodType>;

/** Writes "this or null" as one schema with two types: an editor finds titles and members there, and not inside a choice. */
function joinNull(schema: JSONSchema): void {
  const [first, second, ...others] = schema.anyOf ?? [];
  if (typeof first !== "object" || typeof second !== "object" || second.type !== "null" || others.length > 0) return;
  const { type } = first;
  delete schema.anyOf;
  Object.assign(schema, first, typeof type === "string" ? { type: [type, "null"] } : {});
}

/**
 * The schema of an endpoint's request for an editor: names, titles, descriptions and documented types. It serves completion and hover texts; whether a
 * document passes is for `readRequest` to say, which also takes what is only tolerated.
 */
export function editorSchema(endpoint: EndpointId): JSONSchema {
  return z.toJSONSchema(documents[endpoint](), {
    io: "input",
    unrepresentable: "any",
    override: ({ jsonSchema }) => joinNull(jsonSchema),
  });
}
