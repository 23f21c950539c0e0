import { isJsonObject, type Json } from "../json/json.ts";
import { escapeToken, type Pointer } from "../json/pointer.ts";
import { type Endpoint, type EndpointId, endpoints } from "../klaviyo/endpoints.ts";
import type { Problem } from "../klaviyo/problem.ts";
import type { NativeAnswer } from "../native/nativeCall.ts";
import { isNativeErrorCode, type NativeErrorCode, nativeErrors } from "../native/nativeError.ts";
import { explain } from "./explain.ts";
import { type ErrorRule, errorRules } from "./rules/errorRules.ts";
import type { ExplainedTranslation } from "./translation.ts";

/** A refused native call. `index` counts the native calls of the exchange. */
export interface Refusal {
  readonly index: number;
  readonly status: number;
  readonly code: NativeErrorCode;
  readonly message: string;
  readonly field: string | undefined;
  readonly profileId: string | undefined;
  readonly headers: NativeAnswer["headers"];
}

/** A native answer, of which a record may have lost the headers. */
export type AnswerHead = Pick<NativeAnswer, "status" | "body"> & Partial<NativeAnswer>;

/** Seconds to wait where a native 429 names none: its window is a minute. */
const windowSeconds = 60;

/**
 * The native errors among the answers, as what the Klaviyo client is told: all those of the first one's kind, because one answer has one status.
 * Empty when no call was refused.
 */
export function nativeProblems(endpoint: EndpointId, sent: Json, answers: readonly NativeAnswer[]): Problem[] {
  const refusals = toldRefusals(answers);
  if (refusals.length === 0) return [];
  const explained = explain(endpoint, sent, { metrics: {}, now: "" });
  return refusals.map((refusal) => problemOf(refusal, explained));
}

/** The refusals that a client is told, in the order of its errors. */
export function toldRefusals(answers: readonly AnswerHead[]): Refusal[] {
  const refusals = answers.flatMap((answer, index) => (answer.status >= 400 ? [readRefusal(answer, index)] : []));
  const [first] = refusals;
  return first ? refusals.filter((refusal) => errorRule(refusal).to === errorRule(first).to) : [];
}

/** The rule by which a native error is told to a Klaviyo client. */
export function errorRule({ code, status }: Pick<Refusal, "code" | "status">): ErrorRule {
  const rule = errorRules.find((row) => row.from === code && (row.status === undefined || row.status === status));
  if (!rule) throw new Error(`No rule says what to tell a client of the native error ${code}.`);
  return rule;
}

/** Reads a native error; one without the documented body speaks by its status. */
function readRefusal({ status, headers = {}, body }: AnswerHead, index: number): Refusal {
  const error = isJsonObject(body) && isJsonObject(body.error) ? body.error : {};
  const text = (name: string): string | undefined => {
    const value = error[name];
    return typeof value === "string" ? value : undefined;
  };
  const told = text("code");
  const code = told !== undefined && isNativeErrorCode(told) ? told : codeOf(status);
  const message = text("message") ?? `status ${status}`;
  return { index, status, headers, code, message, field: text("field"), profileId: text("profile_id") };
}

const codes = Object.keys(nativeErrors).filter(isNativeErrorCode);

function codeOf(status: number): NativeErrorCode {
  const known = codes.find((code) => nativeErrors[code].status === status);
  return known ?? (status < 500 ? "validation_error" : "upstream_error");
}

function problemOf(refusal: Refusal, explained: ExplainedTranslation): Problem {
  const { message, profileId, headers } = refusal;
  const code = errorRule(refusal).to;
  const seconds = retryAfterSeconds(headers["retry-after"]);
  const limit = headers["ratelimit-limit"] ?? "the tier's requests";
  return {
    code,
    pointer: code === "throttled" ? "/data" : klaviyoPointer(refusal, explained),
    facts: { message, seconds, limit },
    ...(profileId === undefined ? {} : { meta: { duplicate_profile_id: profileId } }),
  };
}

/** A wait that is no number of seconds, or an endless one, is that of a window. */
function retryAfterSeconds(given: string | undefined): number {
  const seconds = Math.ceil(Number(given ?? windowSeconds));
  return Number.isSafeInteger(seconds) ? Math.max(1, seconds) : windowSeconds;
}

/**
 * The Klaviyo field that a field of a native call was made from; for a field that is missing, its place in the first field beside it that was. Without a field, or
 * for one that was made from nothing, the item of a bulk request that the call is for.
 */
export function klaviyoPointer(
  { index, field }: Pick<Refusal, "index" | "field">,
  { endpoint, provenance, callItems }: ExplainedTranslation,
): Pointer {
  const { itemsPointer }: Endpoint = endpoints[endpoint];
  const item = callItems[index];
  const whole = itemsPointer === undefined || item === undefined ? "/data/attributes" : `${itemsPointer}/${item}`;
  if (field === undefined) return whole;
  const below = field
    .split(".")
    .map((name) => `/${escapeToken(name)}`)
    .join("");
  const call = `/${index}/body`;
  const made =
    provenance.find(({ to }) => to === call + below) ??
    provenance.find(({ to }) => to.startsWith(call) && to.endsWith(below));
  return made?.from ?? whole;
}
