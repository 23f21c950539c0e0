import type { ExchangeItem, PaneText } from "../../../../core/contract/exchangeView.ts";
import { unsentCalls } from "../../../../core/contract/unsentCalls.ts";
import { findSyntaxError } from "../../../../core/json/syntaxError.ts";
import { problemRow } from "../../../../core/klaviyo/problem.ts";
import { type ReadRequest, readRequest } from "../../../../core/klaviyo/readRequest.ts";
import { countItems, itemAt, itemIndexAt, type RequestItem } from "../../../../core/klaviyo/requestItems.ts";
import { explain } from "../../../../core/translation/explain.ts";
import type { Finding } from "../../../../core/translation/finding.ts";
import { linkExchange } from "../../../../core/translation/linkExchange.ts";
import { itemProvenance, nativeParts, wholeCalls } from "../../../../core/translation/nativeParts.ts";
import type { ExplainedTranslation } from "../../../../core/translation/translation.ts";
import type { DraftAnalysis, DraftInput, SyntaxFault } from "./draftAnalysis.ts";

const encoder = new TextEncoder();
const noBody: PaneText = { text: "", truncated: false, bytes: 0, binary: false };
/** A bulk request may be refused for each of its items; more than these help nobody at once. */
const listedRefusals = 100;

interface Judged {
  readonly read: ReadRequest;
  readonly items: number;
  readonly explained: ExplainedTranslation | undefined;
}

function judge({ endpoint, text, metrics, now }: DraftInput): Judged {
  const read = readRequest(endpoint, encoder.encode(text), now);
  const { document } = read;
  if (document === undefined) return { read, items: 1, explained: undefined };
  return { read, items: countItems(endpoint, document), explained: explain(endpoint, document, { metrics, now }) };
}

function syntaxFault(text: string, read: ReadRequest): SyntaxFault | undefined {
  if (read.ok || read.problems[0]?.code !== "invalid-json") return undefined;
  const offset = findSyntaxError(text)?.offset ?? text.length;
  return { offset, message: read.findings[0]?.message ?? "This is not JSON." };
}

/** What is listed: of other items only what refuses the request. */
function listedFindings({ endpoint }: DraftInput, all: readonly Finding[], item: number): readonly Finding[] {
  return all.filter(({ kind, pointer }) => kind === "refused" || (itemIndexAt(endpoint, pointer) ?? item) === item);
}

/** The native calls of the item that is looked at, and the way of its fields into them; of any but a bulk request all. */
function nativeSide(
  explained: ExplainedTranslation,
  item: RequestItem | undefined,
): Pick<ExchangeItem, "native" | "links"> {
  if (!item || item.pointer === "") {
    return { native: unsentCalls(explained, wholeCalls(explained)), links: linkExchange(explained, [], undefined) };
  }
  const own = { ...explained, provenance: itemProvenance(explained, item) };
  return { native: unsentCalls(explained, nativeParts(own, item)), links: linkExchange(own, [], undefined) };
}

function look(input: DraftInput, { read, items, explained }: Judged): DraftAnalysis {
  const index = Math.min(input.item, Math.max(0, items - 1));
  const refusals = read.findings.filter(({ kind }) => kind === "refused").slice(0, listedRefusals);
  // What Klaviyo's own checks refuse never reaches the native API, which would refuse it once more.
  const told = [...read.findings, ...(explained?.findings ?? [])].filter(({ kind }) => read.ok || kind !== "refused");
  const findings = [...refusals, ...listedFindings(input, told, index)];
  const shown: ExchangeItem = {
    index,
    requestPointer: "",
    requestBody: noBody,
    responseBody: noBody,
    ...(explained && read.document !== undefined
      ? nativeSide(explained, itemAt(input.endpoint, read.document, index))
      : { native: [], links: [] }),
    findings,
  };
  return {
    endpoint: input.endpoint,
    refusedWith: read.ok ? undefined : read.problems[0] && problemRow(read.problems[0].code).status,
    syntaxFault: syntaxFault(input.text, read),
    item: shown,
    items,
    nativeCalls: explained?.native.length ?? 0,
    leaves: explained?.leaves ?? 0,
    leavesMapped: explained?.leavesMapped ?? 0,
    otherFindings: read.findings.length + (explained?.findings.length ?? 0) - findings.length,
  };
}

function isSameRequest(one: DraftInput, other: DraftInput): boolean {
  const isSameTable = JSON.stringify(one.metrics) === JSON.stringify(other.metrics);
  return one.endpoint === other.endpoint && one.text === other.text && isSameTable;
}

/** Judges drafts as the compat surface would, by its own code. Looking at another item of the same request costs little. */
export function createAnalyser(): (input: DraftInput) => DraftAnalysis {
  let last: { readonly input: DraftInput; readonly judged: Judged } | undefined;
  return (input) => {
    if (!last || !isSameRequest(last.input, input)) last = { input, judged: judge(input) };
    return look(input, last.judged);
  };
}
