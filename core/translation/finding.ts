import { z } from "zod";

/** How much a finding matters: `error` refuses the request, `warning` loses or doubts something, `info` is worth knowing. */
export const severities = ["error", "warning", "info"] as const;
export type Severity = (typeof severities)[number];

/**
 * What a finding says about its field.
 * `lost`: nothing native carries it. `changed`: carried with another value or type. `assumed`: carried by a rule no documentation confirms.
 * `advice`: carried, and there is a better way. `refused`: the reason of an error, with what to change.
 */
export const findingKinds = ["lost", "changed", "assumed", "advice", "refused"] as const;
export type FindingKind = (typeof findingKinds)[number];

/** What a person or a script reads: the catalogue's text for one field. `pointer` is a JSON pointer into the Klaviyo request. */
export const findingSchema = z.object({
  severity: z.enum(severities),
  code: z.string(),
  kind: z.enum(findingKinds),
  pointer: z.string(),
  message: z.string(),
});
export type Finding = z.infer<typeof findingSchema>;
