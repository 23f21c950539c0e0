import { z } from "zod";

/** Search parameters come from an address that anyone may have typed: what does not fit is left out. */
const text = z.coerce.string().optional().catch(undefined);

export const trafficSearchSchema = z.object({
  /** In the filter language. */
  filter: text,
  /** Item of a bulk request. */
  item: z.coerce.number().int().min(0).optional().catch(undefined),
  /** The session to look at; the one that is recorded into when absent. */
  session: text,
});

export const composeSearchSchema = z.object({
  /** The exchange to start from. */
  from: text,
  /** A template to start from. */
  template: text,
});

export const dataSearchSchema = z.object({
  /** Whose data: the property's id; the first one when absent. */
  property: text,
  /** The profile whose timeline is shown; the whole property's when absent. */
  profile: text,
  /** The event that is shown. */
  event: text,
});

export const sessionSearchSchema = z.object({
  /** The one exchange to export. */
  exchange: text,
  /** In the filter language. */
  filter: text,
  /** The session to compare with. */
  other: text,
  /** How the comparison is looked at. */
  mode: text,
  /** The list is narrowed by a group of differences, and by a verdict. */
  group: z.coerce.number().int().min(0).optional().catch(undefined),
  verdict: text,
  /** The replay whose results are shown, by the session of its answers. */
  replay: text,
});
