import { isJsonObject, type Json } from "../json/json.ts";
import { identifierNames } from "../native/fields.ts";
import type { NativeAnswer, NativeCall } from "../native/nativeCall.ts";
import { nativeEndpoints } from "../native/nativeEndpoints.ts";
import type { Finding } from "./finding.ts";
import { type FindingCode, wordFinding } from "./findingCatalogue.ts";

/** Findings that no look at the request alone gives. */
export const answerFindingCodes: ReadonlySet<string> = new Set(["known-unique-id" satisfies FindingCode]);

/** What the native answers to a single event say of it: that its `unique_id` was another one's. `answers` come in the order of `calls`. */
export function answerFindings(calls: readonly NativeCall[], answers: readonly NativeAnswer[]): Finding[] {
  return calls.some((call, index) => isForAnother(call, answers[index]?.body))
    ? [wordFinding("known-unique-id", "/data/attributes/unique_id")]
    : [];
}

/** A key already processed returns the original response (Postscript, Events). The original may be of another metric or person. */
function isForAnother({ path, body }: NativeCall, answered: Json | undefined): boolean {
  if (path !== nativeEndpoints.createEvent.path || !isJsonObject(body) || !isJsonObject(answered)) return false;
  if (body.idempotency_key === undefined || typeof answered.event_type !== "string") return false;
  return answered.event_type !== body.event_type || isOtherPerson(body.profile, answered.profile);
}

function isOtherPerson(sent: Json | undefined, known: Json | undefined): boolean {
  if (!isJsonObject(sent) || !isJsonObject(known)) return false;
  const both = identifierNames.filter((name) => typeof sent[name] === "string" && typeof known[name] === "string");
  return both.length > 0 && both.every((name) => sent[name] !== known[name]);
}
