import type { ProblemRow } from "./problemRow.ts";

const invalid = { status: 400, code: "invalid", title: "Invalid input.", family: "validation" } as const;
const recorded = { basis: "documented", source: "Klaviyo, recorded answers" } as const;
const undocumentedAnswer = {
  basis: "assumed",
  source: "Klaviyo API reference documents the limit, not the answer",
} as const;
const undocumented = { basis: "assumed", source: "Klaviyo documents neither the status nor the wording" } as const;

/** What the reading of a request body can refuse. */
export const requestProblems = {
  "invalid-utf8": {
    ...invalid,
    ...undocumented,
    detail: "The request body is not valid UTF-8 at byte {offset}.",
    fix: "Encode the body as UTF-8.",
  },
  "invalid-json": {
    ...invalid,
    ...undocumented,
    detail: "The request body is not valid JSON: {message}.",
    fix: "Correct the JSON, or check that the whole body was sent.",
    label: "Not JSON",
  },
  "body-too-large": {
    status: 413,
    code: "request_too_large",
    title: "Request body too large.",
    family: "framework",
    ...undocumentedAnswer,
    detail: "The request body must not exceed {limit} bytes.",
    fix: "Send fewer items in one request. The size counts after decompression.",
  },
  "document-too-deep": {
    ...invalid,
    ...undocumented,
    detail: "The request body is nested deeper than {limit} levels.",
    fix: "Send flatter data.",
  },
  "invalid-payload": {
    ...invalid,
    ...recorded,
    detail: "The payload provided in the request is invalid.",
    fix: "Send the JSON:API form: every resource is an object data with type and attributes.",
  },
  "missing-payload": {
    ...invalid,
    ...recorded,
    detail: "One of `attributes`, `relationships` or `id` must be included in the request payload.",
    fix: "Put the fields into data.attributes.",
  },
  "retired-shape": {
    ...invalid,
    ...recorded,
    detail: "One of `attributes`, `relationships` or `id` must be included in the request payload.",
    fix: 'This is the flat event of revisions before 2023-07-15. Send "metric": {"data": {"type": "metric", "attributes": {"name": …}}} and "profile": {"data": {"type": "profile", "attributes": {…}}}, with email for $email, phone_number for $phone_number, external_id for $id, first_name for $first_name, last_name for $last_name, location.city for $city (and region, country, zip), image for $image, and custom fields below properties.',
    label: "Retired event shape",
  },
  "unknown-field": {
    ...invalid,
    ...recorded,
    detail: "'{field}' is not a valid field for the resource '{resource}'.",
    fix: "Remove it, or send it below properties.",
  },
  "required-field": {
    ...invalid,
    basis: "assumed",
    source: "wording quoted in public code; the pointer is not recorded",
    detail: "'{field}' is a required field for the resource '{resource}'.",
    fix: "Add it.",
  },
  "wrong-resource": {
    ...invalid,
    ...undocumented,
    detail: "The resource type must be '{expected}'.",
    fix: "Set type to '{expected}'.",
  },
  "wrong-type": {
    ...invalid,
    ...undocumented,
    detail: "'{field}' must be {expected}.",
    fix: "Send {expected}.",
  },
  "invalid-email": {
    ...invalid,
    ...recorded,
    detail: "Invalid email address",
    fix: "Send one address such as jane.doe@example.com, or leave the field out.",
  },
  "invalid-phone": {
    ...invalid,
    ...recorded,
    detail: "Invalid phone number format (Example of a valid format: +12345678901)",
    fix: "Send E.164: a plus sign, the country code and the number, digits only. Or leave the field out.",
    label: "Invalid phone number",
  },
  "invalid-time": {
    ...invalid,
    ...undocumented,
    detail: "'time' must be an ISO 8601 date and time such as 2022-11-08T00:00:00+00:00.",
    fix: "Send date and time with their zone, or leave the field out for the time of receipt.",
    label: "Invalid time",
  },
  "time-out-of-range": {
    ...invalid,
    ...undocumentedAnswer,
    detail: "'time' must be after the year 1990 and at most 1 year in the future.",
    fix: "Send the time at which the event happened; check for seconds taken as milliseconds.",
    label: "Time out of range",
  },
  "no-identifier": {
    ...invalid,
    ...undocumented,
    detail: "Profile must include email, phone_number, or external_id.",
    fix: "Add one of the three.",
  },
  "no-native-identifier": {
    ...invalid,
    basis: "assumed",
    source: "Postscript, Errors: a profile needs email, phone or external_id; Klaviyo itself takes its own ids as well",
    detail: "Profile must include email, phone_number, or external_id.",
    fix: "Add one of the three: Klaviyo's own id, anonymous_id and _kx name nobody at Postscript.",
  },
  "empty-list": {
    ...invalid,
    ...undocumented,
    detail: "'{field}' must contain at least one item.",
    fix: "Send no request when there is nothing to send.",
  },
  "too-many-events": {
    ...invalid,
    ...undocumentedAnswer,
    detail: "A request must not contain more than {limit} events.",
    fix: "Split it into requests of {limit} events, counted over all profiles.",
  },
  "too-many-profiles": {
    ...invalid,
    ...undocumentedAnswer,
    detail: "A request must not contain more than {limit} profiles.",
    fix: "Split it into requests of {limit} profiles.",
  },
  "profile-too-large": {
    ...invalid,
    ...undocumentedAnswer,
    detail: "A profile must not exceed {limit} bytes.",
    fix: "Send less with this profile.",
  },
  "too-many-properties": {
    ...invalid,
    ...undocumentedAnswer,
    detail: "An event must not have more than {limit} properties.",
    fix: "Send fewer, or group them in nested objects.",
  },
  "string-too-long": {
    ...invalid,
    ...undocumentedAnswer,
    detail: "A string must not exceed {limit} bytes.",
    fix: "Shorten it.",
  },
  "array-too-long": {
    ...invalid,
    ...undocumentedAnswer,
    detail: "An array must not have more than {limit} items.",
    fix: "Send fewer items.",
  },
  "nested-too-deep": {
    ...invalid,
    ...undocumentedAnswer,
    detail: "Properties must not be nested deeper than {limit} levels.",
    fix: "Send flatter data.",
  },
  "metric-name-too-long": {
    ...invalid,
    ...undocumentedAnswer,
    detail: "A metric name must not exceed {limit} characters.",
    fix: "Shorten it; what varies belongs into properties.",
  },
  "external-id-too-long": {
    ...invalid,
    basis: "assumed",
    source: "limit found in Segment's integration; the answer is not recorded",
    detail: "'external_id' must not exceed {limit} characters.",
    fix: "Shorten it.",
  },
  "malformed-text": {
    ...invalid,
    ...undocumented,
    detail: "'{field}' is not valid Unicode: it has half of a surrogate pair.",
    fix: "Send whole characters; a text that was cut in the middle of one, of an emoji for example, ends so.",
    label: "Half a character",
  },
  "duplicate-unique-id": {
    ...invalid,
    ...undocumentedAnswer,
    detail: "The unique_id is repeated for the same profile and metric; no events were processed.",
    fix: "Send each event once, or give it a unique_id of its own. The first one is at {first}.",
    label: "Repeated unique_id",
  },
  "more-errors": {
    ...invalid,
    basis: "assumed",
    source: "bound of this workbench",
    detail: "Only the first {count} errors are listed; there may be more.",
    fix: "Correct these, then send again.",
  },
} as const satisfies Record<string, ProblemRow>;
