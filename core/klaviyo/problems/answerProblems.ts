import type { ProblemRow } from "./problemRow.ts";

const serverError = {
  status: 500,
  code: "error",
  title: "A server error occurred.",
  family: "framework",
} as const;

/** What a well-formed request may still be answered with: conflicts, limits of rate, and faults at or behind the native API. */
export const answerProblems = {
  "duplicate-profile": {
    status: 409,
    code: "duplicate_profile",
    title: "Conflict.",
    detail: "A profile already exists with one of these identifiers.",
    family: "validation",
    basis: "documented",
    source: "Klaviyo, recorded answers; that Postscript answers so is assumed",
    fix: "Take the id in meta.duplicate_profile_id, or create and update in one call with a bulk import or the native POST /v1/profiles/upsert.",
    label: "Duplicate profile",
  },
  throttled: {
    status: 429,
    code: "throttled",
    title: "Request was throttled.",
    detail: "Request was throttled. Expected available in {seconds} second{plural}.",
    family: "validation",
    basis: "documented",
    source: "Klaviyo, recorded answers; the tiers: Postscript, Rate limiting",
    fix: "Wait for the seconds in Retry-After, then send again.",
    label: "Rate limit: {limit} a minute",
    linkType: "https://developers.klaviyo.com/en/docs/rate_limits_and_error_handling#rate-limits",
  },
  "native-refused": {
    status: 400,
    code: "invalid",
    title: "Invalid input.",
    detail: "{message}",
    family: "validation",
    basis: "assumed",
    source: "Postscript, Errors (the native message), in Klaviyo's form",
    fix: "Correct the field. The native API refused what the compat surface had let pass.",
  },
  "not-found": {
    status: 404,
    code: "not_found",
    title: "Not found.",
    detail: "{message}",
    family: "framework",
    basis: "documented",
    source: "Klaviyo, recorded answers",
    fix: "Check the id.",
  },
  "server-error": {
    ...serverError,
    detail: "A server error occurred.",
    basis: "documented",
    source: "Klaviyo, recorded answers",
    fix: "Send it again later; quote the request id if it stays.",
  },
  "upstream-unreachable": {
    ...serverError,
    status: 502,
    detail: "The native API could not be reached or gave no valid answer.",
    basis: "assumed",
    source: "Postscript, Errors (upstream_error is 502), in Klaviyo's form",
    fix: "Check the upstream's address and state; then send again.",
  },
  "upstream-timeout": {
    ...serverError,
    status: 504,
    detail: "The native API did not answer in time.",
    basis: "assumed",
    source: "Klaviyo's SDKs retry 504; the payload is not documented",
    fix: "Send it again later. The native API may have processed it.",
  },
} as const satisfies Record<string, ProblemRow>;
