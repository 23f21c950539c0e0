import { eventTemplates, placedOrder } from "./templates/eventTemplates.ts";
import { profileTemplates } from "./templates/profileTemplates.ts";
import type { RequestTemplate } from "./templates/requestTemplate.ts";

/** Requests to start from, in the order in which they are offered; each endpoint has two or more. */
export const requestTemplates: readonly RequestTemplate[] = [...eventTemplates, ...profileTemplates];

/** What "Send a sample" sends. */
export const sampleRequest: RequestTemplate = placedOrder;
