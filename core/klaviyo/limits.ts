import type { Basis } from "../native/basis.ts";
import type { ProblemCode } from "./problem.ts";

/** A bound on what a request may hold: the largest value that passes, who says so, and what a request past it is answered with. */
export interface Limit {
  readonly value: number;
  readonly unit: "bytes" | "characters" | "events" | "profiles" | "properties" | "items" | "levels" | "year" | "years";
  readonly basis: Basis;
  readonly source: string;
  readonly problem: ProblemCode;
}

const KiB = 1024;
const reference = "Klaviyo API reference, revision 2026-07-15";
const guide = "Klaviyo, Rate limits and error handling";
const unitsOf1024 = "KB and MB taken as 1024-based: assumed, the lenient reading";

/** One set for every revision: the most lenient that a document gives, because a body tells its shape better than its date does. */
export const limits = {
  requestBytes: {
    value: 5 * KiB * KiB,
    unit: "bytes",
    basis: "documented",
    source: `${reference}, 5 MB decompressed; ${unitsOf1024}`,
    problem: "body-too-large",
  },
  profileRequestBytes: {
    value: 100 * KiB,
    unit: "bytes",
    basis: "documented",
    source: `${reference}, Create Profile, 100 KB; ${unitsOf1024}`,
    problem: "body-too-large",
  },
  importedProfileBytes: {
    value: 100 * KiB,
    unit: "bytes",
    basis: "documented",
    source: `${reference}, Bulk Import Profiles, 100 KB; measured as compact JSON of the item: assumed`,
    problem: "profile-too-large",
  },
  eventsPerRequest: {
    value: 1000,
    unit: "events",
    basis: "documented",
    source: `${reference}, Bulk Create Events; counted over all profiles: assumed`,
    problem: "too-many-events",
  },
  profilesPerRequest: {
    value: 10_000,
    unit: "profiles",
    basis: "documented",
    source: `${reference}, Bulk Import Profiles`,
    problem: "too-many-profiles",
  },
  eventProperties: {
    value: 400,
    unit: "properties",
    basis: "documented",
    source: `${reference}, Create Event; only those of the first level: assumed`,
    problem: "too-many-properties",
  },
  stringBytes: {
    value: 100 * KiB,
    unit: "bytes",
    basis: "documented",
    source: `${reference}, 100 KB; ${unitsOf1024}`,
    problem: "string-too-long",
  },
  arrayItems: {
    value: 4000,
    unit: "items",
    basis: "documented",
    source: `${guide}; only in event properties: assumed`,
    problem: "array-too-long",
  },
  propertyLevels: {
    value: 10,
    unit: "levels",
    basis: "documented",
    source: `${guide}; counted below the properties of an event: assumed`,
    problem: "nested-too-deep",
  },
  metricNameCharacters: {
    value: 127,
    unit: "characters",
    basis: "documented",
    source: `${reference}, "less than 128 characters"`,
    problem: "metric-name-too-long",
  },
  externalIdCharacters: {
    value: 255,
    unit: "characters",
    basis: "assumed",
    source: "Segment's Klaviyo integration",
    problem: "external-id-too-long",
  },
  earliestEventYear: {
    value: 1990,
    unit: "year",
    basis: "documented",
    source: `${reference}, "after the year 1990"; from its first second on: assumed, the lenient reading`,
    problem: "time-out-of-range",
  },
  yearsAhead: {
    value: 1,
    unit: "years",
    basis: "documented",
    source: reference,
    problem: "time-out-of-range",
  },
  documentLevels: {
    value: 64,
    unit: "levels",
    basis: "assumed",
    source: "bound of this workbench; a valid request has 22 levels at most where levels are documented",
    problem: "document-too-deep",
  },
} as const satisfies Record<string, Limit>;

/** How many errors one answer lists, and how much text they may hold together: many small faults must not make a huge answer. */
export const reportedErrors = { count: 1000, characters: KiB * KiB } as const;
