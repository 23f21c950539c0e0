import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { countMembers, repeatedNames } from "../json/repeatedNames.ts";
import type { JsonScan } from "../json/scanJson.ts";
import type { Finding } from "../translation/finding.ts";
import { type EndpointId, endpoints } from "./endpoints.ts";
import { limits, reportedErrors } from "./limits.ts";
import { type Problem, problemFindings } from "./problem.ts";
import { readDocument } from "./readDocument.ts";
import { requestFinding } from "./requestFindings.ts";
import { collectProblems } from "./validation/collectProblems.ts";
import { envelopeProblem } from "./validation/envelope.ts";
import { latestEventTime } from "./validation/eventProblems.ts";
import { longStrings } from "./validation/longStrings.ts";
import { validators } from "./validation/validators.ts";

/**
 * A request body as it was understood. `findings` tell what a person should know of it before any translation: repeated names, and for a refused one
 * why and what to change. `document` of a refused one is there if the body was JSON.
 */
export type ReadRequest =
  | { readonly ok: true; readonly document: JsonObject; readonly findings: readonly Finding[] }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      readonly findings: readonly Finding[];
      readonly document?: Json;
    };

/** Where an item of a bulk import opens: below the document, data, attributes, profiles and its list. */
const itemDepth = 6;

function refused(problems: readonly Problem[], findings: readonly Finding[] = [], document?: Json): ReadRequest {
  const told = [...findings, ...problemFindings(problems)];
  return { ok: false, problems, findings: told, ...(document === undefined ? {} : { document }) };
}

function duplicateFindings(text: string, document: Json, { members }: JsonScan): Finding[] {
  if (members === countMembers(document)) return [];
  const findings: Finding[] = [];
  let characters = 0;
  for (const pointer of repeatedNames(text)) {
    if (findings.length === reportedErrors.count || characters > reportedErrors.characters) {
      findings.push(requestFinding("more-duplicate-keys", ""));
      break;
    }
    findings.push(requestFinding("duplicate-key", pointer));
    characters += pointer.length;
  }
  return findings;
}

function* documentProblems(endpoint: EndpointId, document: Json, scan: JsonScan, now: string): Generator<Problem> {
  const envelope = envelopeProblem(endpoint, document);
  if (envelope) {
    yield envelope;
    return;
  }
  yield* validators[endpoint](document, {
    latest: latestEventTime(now),
    mayHaveLargeItem: scan.largest > limits.importedProfileBytes.value,
  });
  if (scan.longestString > limits.stringBytes.value) yield* longStrings(document);
}

/**
 * Reads a request body, already decompressed, as the compat surface does: exact JSON, Klaviyo's schema and limits, every fault of every item. `now` is the
 * time of receipt (ISO 8601), on which the range of event times depends. Never throws; the same input gives the same answer.
 */
export function readRequest(endpoint: EndpointId, body: Uint8Array, now: string): ReadRequest {
  const { maxBodyBytes } = endpoints[endpoint];
  if (body.length > maxBodyBytes) {
    return refused([{ code: "body-too-large", pointer: "/data/", facts: { limit: maxBodyBytes } }]);
  }
  const read = readDocument(body, itemDepth);
  if (!read.ok) return refused([read.problem]);
  const { document, text, scan } = read;
  const duplicates = duplicateFindings(text, document, scan);
  const problems = collectProblems(documentProblems(endpoint, document, scan, now));
  if (problems.length > 0 || !isJsonObject(document)) return refused(problems, duplicates, document);
  return { ok: true, document, findings: duplicates };
}
