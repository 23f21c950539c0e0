import type { z } from "zod";
import { eventTimeMs } from "../../native/eventTime.ts";
import { limits } from "../limits.ts";
import {
  boundedText,
  flag,
  formattedText,
  freeObject,
  holder,
  number,
  resource,
  strictObject,
  text,
  wellFormed,
} from "./fields.ts";
import { profileHolderSchema } from "./profileAttributes.ts";

const metricSchema = holder(
  resource("metric", {
    attributes: strictObject({
      name: boundedText(
        {
          title: "Metric name",
          description: "What happened, under 128 characters. Natively the `event_type`, in snake_case.",
          examples: ["Placed Order"],
        },
        limits.metricNameCharacters,
      ).refine((value) => value !== null && value !== "", { params: { code: "required-field", facts: {} } }),
      service: text({
        title: "Service",
        description: "Where the metric is from. Has no native counterpart.",
      }).optional(),
    }).meta({ title: "Metric attributes", description: "The name of the metric." }),
  }),
  { title: "Metric", description: "The kind of event." },
);

export const backfillField = flag({
  title: "Backfill",
  description: "true records the event without starting flows. Has no native counterpart.",
}).optional();

/** Attributes of an event in a bulk request (Klaviyo API reference, revision 2026-07-15). */
const eventFields = {
  metric: metricSchema,
  properties: freeObject({
    title: "Properties",
    description: "What is known of the event: up to 400 properties, 10 levels deep. Natively `properties`.",
  }).optional(),
  time: formattedText(
    {
      title: "Time",
      description: "When it happened (ISO 8601), the time of receipt if absent. Natively `occurred_at`.",
      examples: ["2026-01-15T10:31:02+00:00"],
    },
    "invalid-time",
    (value) => eventTimeMs(value) !== undefined,
  ).optional(),
  value: number({
    title: "Value",
    description: "Monetary value. Natively `properties.value`.",
    examples: [79.48],
  }).optional(),
  value_currency: text({
    title: "Currency",
    description: "Currency of the value (ISO 4217). Natively `properties.currency`.",
    examples: ["USD"],
  }).optional(),
  unique_id: wellFormed(
    text({
      title: "Unique id",
      description: "The same id for the same profile and metric is recorded once. Natively the `idempotency_key`.",
      examples: ["ORD-1234"],
    }),
  ).optional(),
  backfill: backfillField,
};

export const bulkEventSchema = resource("event", {
  attributes: strictObject(eventFields).meta({ title: "Event attributes", description: "What happened, and when." }),
});
export type BulkEvent = z.infer<typeof bulkEventSchema>;

/** Body of `POST /api/events`. */
export const eventRequestSchema = holder(
  resource("event", {
    attributes: strictObject({ ...eventFields, profile: profileHolderSchema }).meta({
      title: "Event attributes",
      description: "What happened, when, and to whom.",
    }),
  }),
  { title: "Create event", description: "One event of one profile." },
);
