import type { Json } from "../../json/json.ts";
import type { EndpointId } from "../endpoints.ts";
import type { Problem } from "../problem.ts";
import { validateBulkEvents } from "./validateBulkEvents.ts";
import { validateBulkImport } from "./validateBulkImport.ts";
import { validateEvent, validateProfile } from "./validateSingle.ts";
import type { ValidationContext } from "./validationContext.ts";

type Validator = (document: Json, context: ValidationContext) => Generator<Problem>;

/** Who checks the documents of each endpoint, after their envelope. */
export const validators = {
  events: validateEvent,
  "event-bulk-create-jobs": validateBulkEvents,
  profiles: validateProfile,
  "profile-bulk-import-jobs": validateBulkImport,
} as const satisfies Record<EndpointId, Validator>;
