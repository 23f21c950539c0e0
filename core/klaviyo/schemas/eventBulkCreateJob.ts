import { z } from "zod";
import { backfillField, bulkEventSchema } from "./event.ts";
import { holder, resource, strictObject } from "./fields.ts";
import { profileHolderSchema } from "./profileAttributes.ts";

/** One entry of a bulk request: a profile and its events. */
export const eventBulkCreateSchema = resource("event-bulk-create", {
  attributes: strictObject({
    profile: profileHolderSchema,
    events: holder(z.array(bulkEventSchema), { title: "Events", description: "The events of this profile." }),
    backfill: backfillField,
  }).meta({ title: "Entry attributes", description: "A profile and its events." }),
});

/** Body of `POST /api/event-bulk-create-jobs`, with a schema for its entries. */
export function eventBulkCreateJobSchema<Entry extends z.ZodType>(entry: Entry) {
  const entries = holder(z.array(entry), {
    title: "Entries",
    description: "Profiles with their events, 1,000 events at most over all.",
  });
  return holder(
    resource("event-bulk-create-job", {
      attributes: strictObject({ "events-bulk-create": entries }).meta({
        title: "Job attributes",
        description: "What to create.",
      }),
    }),
    { title: "Bulk create events", description: "Up to 1,000 events of any number of profiles." },
  );
}
