import type { ProblemCode } from "../../klaviyo/problem.ts";
import type { Basis } from "../../native/basis.ts";
import type { NativeErrorCode } from "../../native/nativeError.ts";
import { pages } from "./pages.ts";

/** A native error → what the Klaviyo client is told. The first row that fits counts. */
export interface ErrorRule {
  readonly id: string;
  readonly from: NativeErrorCode;
  /** Only at this status. */
  readonly status?: number;
  readonly to: ProblemCode;
  readonly basis: Basis;
  readonly source: string;
  readonly note: string;
}

const assumed = { basis: "assumed", source: pages.errors } as const;

export const errorRules: readonly ErrorRule[] = [
  {
    ...assumed,
    id: "error.validation_error",
    from: "validation_error",
    to: "native-refused",
    note: "Points to the Klaviyo field that the native field was made from.",
  },
  {
    ...assumed,
    id: "error.conflict",
    from: "conflict",
    to: "duplicate-profile",
    note: "Names the profile that exists already.",
  },
  {
    ...assumed,
    id: "error.unauthorized",
    from: "unauthorized",
    to: "live-key-refused",
    note: "The workbench's own key was refused, not the client's: no 401.",
  },
  {
    ...assumed,
    id: "error.forbidden",
    from: "forbidden",
    to: "live-key-refused",
    note: "The workbench's own key lacks the scope, not the client's: no 403.",
  },
  {
    id: "error.rate_limit_exceeded",
    from: "rate_limit_exceeded",
    to: "throttled",
    basis: "documented",
    source: pages.rateLimits,
    note: "Keeps Retry-After; a minute where the native answer names none.",
  },
  {
    ...assumed,
    id: "error.timeout",
    from: "upstream_error",
    status: 504,
    to: "upstream-timeout",
    note: "No native answer in time.",
  },
  {
    ...assumed,
    id: "error.not_found",
    from: "not_found",
    to: "native-failed",
    note: "The native API lacks an endpoint that the mapping relies on.",
  },
  {
    ...assumed,
    id: "error.upstream_error",
    from: "upstream_error",
    to: "native-failed",
    note: "Passed on with the native message.",
  },
  {
    ...assumed,
    id: "error.database_error",
    from: "database_error",
    to: "native-failed",
    note: "Passed on with the native message.",
  },
  {
    ...assumed,
    id: "error.internal_error",
    from: "internal_error",
    to: "native-failed",
    note: "Passed on with the native message.",
  },
];

/** Where the parts of a native error go in a Klaviyo error: paths below `error`, and below the error of the answer. */
export const errorParts = [
  { from: "code", to: "code" },
  { from: "message", to: "detail" },
  { from: "field", to: "source.pointer" },
  { from: "profile_id", to: "meta.duplicate_profile_id" },
] as const;
