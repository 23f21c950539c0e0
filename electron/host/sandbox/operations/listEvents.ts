import { eventListQuerySchema } from "../../../../core/native/listQuery.ts";
import { eventResource } from "../eventResource.ts";
import { type Operation, refused } from "../operation.ts";
import { pageAnswer, queryFault } from "../pageAnswer.ts";

export const listEvents: Operation = (_body, { tables, property, query }) => {
  const read = eventListQuerySchema.safeParse(query);
  if (!read.success) return refused("validation_error", queryFault(read.error));
  const { limit, after, profile_id: profileId, event_type: eventType } = read.data;
  const rows = tables.listEvents(property, { limit: limit + 1, after }, { profileId, eventType });
  return pageAnswer(rows, limit, eventResource);
};
