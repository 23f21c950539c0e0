import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { eventTimeMs } from "../native/eventTime.ts";
import { type IdentifierName, identifierNames } from "../native/fields.ts";
import { identityKey } from "../native/identityKey.ts";
import type { NativeAnswer, NativeCall } from "../native/nativeCall.ts";
import { nativeEndpoints } from "../native/nativeEndpoints.ts";
import { contradicts } from "./contradicts.ts";
import { explain } from "./explain.ts";
import type { Finding } from "./finding.ts";
import { type FindingCode, wordFinding } from "./findingCatalogue.ts";
import { klaviyoPointer } from "./nativeProblems.ts";
import type { Translation } from "./translation.ts";

/** Findings that no look at the request alone gives. */
export const answerFindingCodes: ReadonlySet<string> = new Set<FindingCode>([
  "known-unique-id",
  "known-unique-ids",
  "identifier-of-another",
]);

/**
 * What the native answers to a request say of it: that events were not recorded because their `unique_id` was another one's, that a profile did not get an
 * identifier. `answers` come in the order of the calls.
 */
export function answerFindings(
  { endpoint, native }: Pick<Translation, "endpoint" | "native">,
  document: Json,
  answers: readonly NativeAnswer[],
): Finding[] {
  const findings: Finding[] = [];
  const apart: { readonly index: number; readonly name: IdentifierName }[] = [];
  for (const [index, call] of native.entries()) {
    const { path, body: sent } = call;
    const answered = answers[index]?.body;
    if (!isJsonObject(sent) || !isJsonObject(answered)) continue;
    const whose = path === nativeEndpoints.createEvent.path ? knownEvent(sent, answered) : undefined;
    if (whose) findings.push(wordFinding("known-unique-id", "/data/attributes/unique_id", { whose }));
    findings.push(...unrecorded(path, sent, answered));
    for (const name of identifierNames) if (isKeptApart(name, path, sent, answered)) apart.push({ index, name });
  }
  if (apart.length === 0) return findings;
  const explained = explain(endpoint, document, { metrics: {}, now: "" });
  const told = apart.map(({ index, name }) => {
    const pointer = klaviyoPointer({ index, field: fieldOf(native[index], name) }, explained);
    return wordFinding("identifier-of-another", pointer, { name });
  });
  return [...findings, ...told];
}

/**
 * A key already processed returns the original response (Postscript, Events). What the original was, where its answer tells that it was another event than
 * the one that was sent; of two metrics that become one event type, and of identifiers of other kinds, only what else differs can tell.
 */
function knownEvent(sent: JsonObject, answered: JsonObject): string | undefined {
  if (sent.idempotency_key === undefined || typeof answered.event_type !== "string") return undefined;
  if (answered.event_type !== sent.event_type) return "of another metric";
  const person = otherPerson(sent.profile, answered.profile);
  if (person) return person;
  if (isOtherTime(sent.occurred_at, answered.occurred_at)) return "of another time";
  return contradicts(sent.properties, answered.properties) ? "with other properties" : undefined;
}

/** An answer repeats the identifiers that its event was sent with (assumed). */
function otherPerson(sent: Json | undefined, known: Json | undefined): string | undefined {
  if (!isJsonObject(sent) || !isJsonObject(known)) return undefined;
  const given = identifierNames.filter((name) => typeof known[name] === "string");
  if (given.length === 0 || given.some((name) => isSame(name, sent[name], known[name]))) return undefined;
  return given.some((name) => typeof sent[name] === "string") ? "of another person" : "with other identifiers";
}

function isOtherTime(sent: Json | undefined, known: Json | undefined): boolean {
  if (typeof sent !== "string" || typeof known !== "string") return false;
  const instant = eventTimeMs(known);
  return instant !== undefined && instant !== eventTimeMs(sent);
}

function isSame(name: IdentifierName, one: Json | undefined, other: Json | undefined): boolean {
  return typeof one === "string" && typeof other === "string" && identityKey(name, one) === identityKey(name, other);
}

/** Of events sent together only their number comes back (assumed). */
function unrecorded(path: string, { events }: JsonObject, answered: JsonObject): Finding[] {
  if (path !== nativeEndpoints.createEvents.path) return [];
  const { accepted } = answered;
  if (!isJsonArray(events) || typeof accepted !== "number" || accepted >= events.length) return [];
  const facts = { missing: String(events.length - accepted), sent: String(events.length) };
  return [wordFinding("known-unique-ids", "/data/attributes/events-bulk-create/data", facts)];
}

const profilePaths: ReadonlySet<string> = new Set([
  nativeEndpoints.createProfile.path,
  nativeEndpoints.upsertProfile.path,
]);

/** Whether a profile came back with another identifier than it was sent. */
function isKeptApart(name: IdentifierName, path: string, sent: JsonObject, answered: JsonObject): boolean {
  if (!profilePaths.has(path)) return false;
  const given = (isJsonObject(sent.identifiers) ? sent.identifiers : sent)[name];
  const taken = answered[name];
  return typeof given === "string" && taken !== undefined && !isSame(name, given, taken);
}

function fieldOf(call: NativeCall | undefined, name: IdentifierName): string {
  return call?.path === nativeEndpoints.upsertProfile.path ? `identifiers.${name}` : name;
}
