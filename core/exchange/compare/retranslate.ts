import { faultFindingCode } from "../../faults/describeFaults.ts";
import type { Json } from "../../json/json.ts";
import { type EndpointId, isEndpointId } from "../../klaviyo/endpoints.ts";
import type { ProblemCode } from "../../klaviyo/problem.ts";
import { surfaceProblems } from "../../klaviyo/problems/surfaceProblems.ts";
import { readRequest } from "../../klaviyo/readRequest.ts";
import type { NativeCall } from "../../native/nativeCall.ts";
import { nativeEndpoints } from "../../native/nativeEndpoints.ts";
import { answerFindingCodes } from "../../translation/answerFindings.ts";
import { explain } from "../../translation/explain.ts";
import type { Finding } from "../../translation/finding.ts";
import { translate } from "../../translation/translate.ts";
import type { MetricTable } from "../../translation/translation.ts";
import type { Exchange } from "../exchange.ts";
import { bodyMember } from "./comparableBody.ts";
import { eachDifference, type JsonDifference } from "./diffJson.ts";
import { ruleOfField, rulesByPlace } from "./ruleOfField.ts";

/**
 * `untranslated`: the request never reached the rules (unsupported, no key, too many requests, …), then and now. `unrecorded`: it was taken and no native
 * call is recorded, as of imported traffic.
 */
export const retranslationVerdicts = ["same", "changed", "unrecorded", "untranslated"] as const;
export type RetranslationVerdict = (typeof retranslationVerdicts)[number];

/** A difference in the native calls, `left` as recorded, `right` by the present rules; pointers as of "native-request". */
export interface TranslationDifference extends JsonDifference {
  /** The rules that make it: those of the present value, or of a lost one the rule that its place belongs to. None where no rule is known. */
  readonly rules: readonly string[];
}

export interface Retranslation {
  /** Id of the exchange. */
  readonly exchange: string;
  readonly verdict: RetranslationVerdict;
  readonly differences: readonly TranslationDifference[];
  /** How many differences were found beyond those that are kept. */
  readonly omitted: number;
  /** Findings that only the present rules have, and that only the record has: told apart by code and place, not by wording. */
  readonly newFindings: readonly Finding[];
  readonly goneFindings: readonly Finding[];
}

export interface RetranslateSettings {
  readonly metrics: MetricTable;
}

export interface RetranslateInput {
  readonly exchange: Exchange;
  /** Its request body, decoded from any content coding. */
  readonly body: Uint8Array;
  /** How many native calls the record still lacks (`ExchangeSummary.nativePending`): that many last ones are not compared. */
  readonly nativePending: number;
}

const maxKept = 1000;

/** A live base URL may have a path of its own before the endpoint's. */
function knownPath(recorded: string): string {
  const paths = Object.values(nativeEndpoints).map(({ path }) => path);
  const fitting = paths.filter((path) => recorded.endsWith(path.slice("/v1".length)));
  return fitting.sort((one, other) => other.length - one.length)[0] ?? recorded;
}

function recordedCalls({ native }: Exchange): Json[] {
  return native.map(({ request }) => ({
    method: request.method,
    path: knownPath(request.path),
    ...bodyMember(request.body),
  }));
}

function presentCalls(calls: readonly NativeCall[]): Json[] {
  return calls.map(({ method, path, body }) => ({ method, path, body }));
}

/** The findings of the first list that the second has no partner for. */
function findingsWithout(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const nameOf = ({ code, pointer }: Finding): string => `${code} ${pointer}`;
  const partners = new Map<string, number>();
  for (const other of others) partners.set(nameOf(other), (partners.get(nameOf(other)) ?? 0) + 1);
  return findings.filter((finding) => {
    const left = partners.get(nameOf(finding)) ?? 0;
    partners.set(nameOf(finding), left - 1);
    return left <= 0;
  });
}

/** Refusals of requests that were fine in themselves: too many of them, no key for the native side, or on purpose. */
const otherRefusals: ReadonlySet<string> = new Set([
  "throttled" satisfies ProblemCode,
  "no-live-key" satisfies ProblemCode,
  faultFindingCode,
]);

function neverTranslated({ endpoint, request, native, findings }: Exchange): boolean {
  if (!isEndpointId(endpoint) || request.method !== "POST") return true;
  return (
    native.length === 0 && findings.some(({ code }) => Object.hasOwn(surfaceProblems, code) || otherRefusals.has(code))
  );
}

interface Present {
  readonly calls: readonly NativeCall[];
  readonly findings: readonly Finding[];
  /** Which rules made a place of the calls. */
  readonly rulesAt: (difference: JsonDifference) => readonly string[];
}

function present(endpoint: EndpointId, body: Uint8Array, now: string, { metrics }: RetranslateSettings): Present {
  const read = readRequest(endpoint, body, now);
  if (!read.ok) return { calls: [], findings: read.findings, rulesAt: () => [] };
  const settings = { metrics, now };
  const { native, findings } = translate(endpoint, read.document, settings);
  let byPlace: ReturnType<typeof rulesByPlace> | undefined;
  const rulesAt = ({ kind, pointer, rightPointer = pointer }: JsonDifference): readonly string[] => {
    // Provenance costs more than the translation: it is made for the first difference, which most exchanges have not.
    byPlace ??= rulesByPlace(explain(endpoint, read.document, settings));
    if (kind !== "removed") return byPlace(rightPointer);
    const rule = ruleOfField(endpoint, pointer);
    return rule === undefined ? [] : [rule];
  };
  return { calls: native, findings: [...read.findings, ...findings], rulesAt };
}

/** A request that had native calls passed every check: what refused it then is the native API's word, and nothing of the rules. */
function ownFindings({ native, findings }: Exchange): readonly Finding[] {
  return native.length === 0
    ? findings
    : findings.filter(
        ({ kind, code }) => kind !== "refused" && code !== faultFindingCode && !answerFindingCodes.has(code),
      );
}

/** How many of the calls that a request makes can be on record: none follows an event that was refused. */
function callsMade({ native }: Exchange, due: number): number {
  const last = native.at(-1);
  const isRefused = last !== undefined && (last.response === null || last.response.status >= 400);
  const isEvent = last !== undefined && /\/events(?:\/bulk)?$/.test(last.request.path);
  return isRefused && isEvent ? native.length : Math.max(0, due);
}

function unchanged(exchange: Exchange, verdict: RetranslationVerdict): Retranslation {
  return { exchange: exchange.id, verdict, differences: [], omitted: 0, newFindings: [], goneFindings: [] };
}

/**
 * Translates a recorded request again with the present rules and a metric table, without sending anything, and compares the native calls and the findings
 * with those on record. Times are checked as of the receipt. Never throws for any body.
 */
export function retranslate(
  { exchange, body, nativePending }: RetranslateInput,
  settings: RetranslateSettings,
): Retranslation {
  const { endpoint, at, response } = exchange;
  if (neverTranslated(exchange) || !isEndpointId(endpoint)) return unchanged(exchange, "untranslated");
  const { calls, findings, rulesAt } = present(endpoint, body, at, settings);
  const expected = presentCalls(calls.slice(0, callsMade(exchange, calls.length - nativePending)));
  const isTaken = response !== null && response.status < 300;
  if (exchange.native.length === 0 && expected.length > 0 && isTaken) return unchanged(exchange, "unrecorded");

  const differences: TranslationDifference[] = [];
  let omitted = 0;
  for (const difference of eachDifference(recordedCalls(exchange), expected)) {
    if (differences.length === maxKept) omitted += 1;
    else differences.push({ ...difference, rules: rulesAt(difference) });
  }
  const recorded = ownFindings(exchange);
  const newFindings = findingsWithout(findings, recorded);
  const goneFindings = findingsWithout(recorded, findings);
  const isSame = differences.length + newFindings.length + goneFindings.length === 0;
  return {
    exchange: exchange.id,
    verdict: isSame ? "same" : "changed",
    differences,
    omitted,
    newFindings,
    goneFindings,
  };
}
