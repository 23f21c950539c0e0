import type { Json } from "../json/json.ts";
import { type NativeErrorCode, nativeError } from "./nativeError.ts";

interface RefusalRow {
  readonly code: NativeErrorCode;
  /** Where HTTP has a status of its own for it; else the status of the code. */
  readonly status?: number;
  readonly message: string;
}

/** What the native surface refuses before an endpoint sees a body. Codes and statuses of these are assumed: the documentation names none. */
const surfaceRefusals = {
  "unknown-path": { code: "not_found", message: "There is no {method} {path}" },
  "method-not-allowed": { code: "not_found", status: 405, message: "{method} is not possible here, only {allow}" },
  "unsupported-media-type": {
    code: "validation_error",
    status: 415,
    message: 'Unsupported media type "{type}", expected application/json',
  },
  "unsupported-encoding": {
    code: "validation_error",
    status: 415,
    message: 'Unsupported content encoding "{encoding}", expected gzip, deflate or br',
  },
  "malformed-encoding": { code: "validation_error", message: "The body is not valid {encoding} data" },
  "too-large": { code: "validation_error", status: 413, message: "The body must not exceed {limit} bytes" },
  "invalid-utf8": { code: "validation_error", message: "The body is not valid UTF-8" },
  "invalid-json": { code: "validation_error", message: "The body is not valid JSON: {message}" },
  "too-deep": { code: "validation_error", message: "The body is nested deeper than {limit} levels" },
  "timed-out": { code: "validation_error", status: 408, message: "The request was not complete in time" },
  "crowded-out": {
    code: "internal_error",
    status: 503,
    message: "More is being sent at a time than the workbench holds; send it again",
  },
  "malformed-http": { code: "validation_error", message: "The request is not valid HTTP" },
  "incomplete-body": { code: "validation_error", message: "The connection ended before the body was complete" },
  "foreign-host": {
    code: "validation_error",
    status: 421,
    message: "This workbench does not answer for the host name '{host}': call it as localhost or 127.0.0.1",
  },
} as const satisfies Record<string, RefusalRow>;

export type SurfaceRefusal = keyof typeof surfaceRefusals;

/** Builds the native answer to a request that no endpoint saw; `facts` fill the `{name}` places of the message. */
export function surfaceRefusal(
  refusal: SurfaceRefusal,
  facts: Readonly<Record<string, string | number>>,
  requestId: string,
): { status: number; body: Json } {
  const row: RefusalRow = surfaceRefusals[refusal];
  const message = row.message.replace(/\{(\w+)\}/g, (place, name: string) => String(facts[name] ?? place));
  const { status, body } = nativeError(row.code, { message, requestId });
  return { status: row.status ?? status, body };
}
