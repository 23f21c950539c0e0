import type { Json } from "../json/json.ts";
import type { Basis } from "./basis.ts";

/** One error of the native API: its status and the message given when the place of the error has none of its own. */
export interface NativeErrorKind {
  readonly status: number;
  readonly message: string;
  readonly basis: Basis;
  readonly source: string;
}

const errorsPage = "Postscript: errors";

/** Codes and statuses are documented, and so are the messages of `validation_error`, `forbidden` and `rate_limit_exceeded`. */
export const nativeErrors = {
  validation_error: { status: 400, message: "The request is not valid", basis: "documented", source: errorsPage },
  unauthorized: { status: 401, message: "Missing or invalid API key", basis: "documented", source: errorsPage },
  forbidden: {
    status: 403,
    message: "API key does not have required scope",
    basis: "documented",
    source: "Postscript: authentication",
  },
  not_found: { status: 404, message: "Resource not found", basis: "documented", source: errorsPage },
  conflict: {
    status: 409,
    message: "A profile with one of these identifiers already exists",
    basis: "assumed",
    source: "Klaviyo answers a duplicate with 409; the native catalogue names no code for it",
  },
  rate_limit_exceeded: {
    status: 429,
    message: "Rate limit exceeded. Please retry later.",
    basis: "documented",
    source: "Postscript: rate limiting",
  },
  database_error: { status: 500, message: "A database error occurred", basis: "documented", source: errorsPage },
  upstream_error: { status: 502, message: "An upstream service failed", basis: "documented", source: errorsPage },
  internal_error: { status: 500, message: "An internal error occurred", basis: "documented", source: errorsPage },
} as const satisfies Record<string, NativeErrorKind>;
export type NativeErrorCode = keyof typeof nativeErrors;

export interface NativeErrorFacts {
  readonly message?: string;
  /** Dotted path of the field at fault; only validation errors have one. */
  readonly field?: string | null;
  readonly requestId: string;
  /** The profile that exists already; only `conflict` has one (assumed). */
  readonly profileId?: string;
}

/** Builds a native error answer: `{"error": {code, message, field, request_id}}`. */
export function nativeError(code: NativeErrorCode, facts: NativeErrorFacts): { status: number; body: Json } {
  const { status, message } = nativeErrors[code];
  return {
    status,
    body: {
      error: {
        code,
        message: facts.message ?? message,
        field: facts.field ?? null,
        request_id: facts.requestId,
        ...(facts.profileId === undefined ? {} : { profile_id: facts.profileId }),
      },
    },
  };
}

export function isNativeErrorCode(code: string): code is NativeErrorCode {
  return Object.hasOwn(nativeErrors, code);
}
