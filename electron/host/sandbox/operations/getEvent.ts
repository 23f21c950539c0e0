import { eventResource } from "../eventResource.ts";
import { answered, type Operation, refused } from "../operation.ts";

export const getEvent: Operation = (_body, { tables, property, id }) => {
  const event = tables.getEvent(property, id);
  return event ? answered(200, eventResource(event), event.body) : refused("not_found");
};
