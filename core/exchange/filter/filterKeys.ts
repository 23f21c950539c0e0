import { endpointIds } from "../../klaviyo/endpoints.ts";
import { findingKinds } from "../../translation/finding.ts";
import { origins } from "../exchange.ts";
import { orNone, type ReadValue, readDuration, readOneOf, readStatus, readTime, readWord } from "./readValue.ts";

/** A key of the filter language: completion, help, command line and store read the same row. */
export interface FilterKeyRow {
  readonly key: string;
  readonly label: string;
  readonly meaning: string;
  /** What its value looks like, to end the sentence "… takes". */
  readonly takes: string;
  /** Values worth offering; others may be taken too. */
  readonly values: readonly string[];
  readonly read: ReadValue;
}

export const filterKeys = [
  {
    key: "status",
    label: "Status",
    meaning: "Status of the answer; none when there is no answer",
    takes: "a status (404), a family (4xx), a range (400-429) or none",
    values: ["2xx", "4xx", "5xx", "400", "401", "404", "409", "429", "none"],
    read: orNone(readStatus),
  },
  {
    key: "endpoint",
    label: "Endpoint",
    meaning: "The endpoint, or the resource an unsupported request asked for",
    takes: "an endpoint (events) or the resource of an unsupported one (lists)",
    values: endpointIds,
    read: readWord,
  },
  {
    key: "method",
    label: "Method",
    meaning: "HTTP method of the request",
    takes: "an HTTP method (POST)",
    values: ["POST", "GET", "PUT", "PATCH", "DELETE"],
    read: readWord,
  },
  {
    key: "finding",
    label: "Finding",
    meaning: "Has a finding of this kind, or with this code",
    takes: "a kind (lost) or the code of a finding",
    values: findingKinds,
    read: readWord,
  },
  {
    key: "origin",
    label: "Origin",
    meaning: "How the exchange came to be",
    takes: `one of ${origins.join(", ")}`,
    values: origins,
    read: readOneOf(origins),
  },
  {
    key: "before",
    label: "Before",
    meaning: "Received before a day or moment",
    takes: "a day (2026-07-15) or a moment (2026-07-15T10:30, UTC unless it names a zone)",
    values: [],
    read: readTime("<"),
  },
  {
    key: "after",
    label: "After",
    meaning: "Received on or after a day or moment",
    takes: "a day (2026-07-15) or a moment (2026-07-15T10:30, UTC unless it names a zone)",
    values: [],
    read: readTime(">="),
  },
  {
    key: "duration",
    label: "Duration",
    meaning: "Time from the request to the answer",
    takes: "a bound or a range in milliseconds or seconds (>100, <1.5s, 100-200)",
    values: [">10", ">100", ">1s"],
    read: readDuration,
  },
] as const satisfies readonly FilterKeyRow[];

export type FilterKey = (typeof filterKeys)[number]["key"];

export function findFilterKey(text: string): (typeof filterKeys)[number] | undefined {
  return filterKeys.find(({ key }) => key === text.toLowerCase());
}
