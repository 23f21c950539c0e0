import type { ExchangeItem, PaneText } from "../../../../core/contract/exchangeView.ts";
import { findSyntaxError } from "../../../../core/json/syntaxError.ts";
import { type Endpoint, type EndpointId, endpoints } from "../../../../core/klaviyo/endpoints.ts";
import { problemRow } from "../../../../core/klaviyo/problem.ts";
import { type ReadRequest, readRequest } from "../../../../core/klaviyo/readRequest.ts";
import { countItems } from "../../../../core/klaviyo/requestItems.ts";
import { explain } from "../../../../core/translation/explain.ts";
import type { Finding } from "../../../../core/translation/finding.ts";
import type { ExplainedTranslation } from "../../../../core/translation/translation.ts";
import type { DraftAnalysis, DraftInput, SyntaxFault } from "./draftAnalysis.ts";
import { itemLinks, itemNative } from "./itemNative.ts";

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

/** Where the items of a bulk request stand, and the one that is looked at; undefined for any other request. */
function itemPointers(endpoint: EndpointId, item: number): { list: string; own: string } | undefined {
  const { itemsPointer }: Endpoint = endpoints[endpoint];
  return itemsPointer === undefined ? undefined : { list: `${itemsPointer}/`, own: `${itemsPointer}/${item}` };
}

/** What is listed: of other items only what refuses the request. */
function listedFindings(all: readonly Finding[], item: ReturnType<typeof itemPointers>): readonly Finding[] {
  if (!item) return all;
  const isListed = ({ kind, pointer }: Finding) =>
    kind === "refused" || !pointer.startsWith(item.list) || pointer === item.own || pointer.startsWith(`${item.own}/`);
  return all.filter(isListed);
}

function look(input: DraftInput, { read, items, explained }: Judged): DraftAnalysis {
  const item = Math.min(input.item, Math.max(0, items - 1));
  const pointers = itemPointers(input.endpoint, item);
  const refusals = read.findings.filter(({ kind }) => kind === "refused").slice(0, listedRefusals);
  const told = [...read.findings.filter(({ kind }) => kind !== "refused"), ...(explained?.findings ?? [])];
  const findings = [...refusals, ...listedFindings(told, pointers)];
  const shown: ExchangeItem = {
    index: item,
    requestPointer: "",
    requestBody: noBody,
    native: explained ? itemNative(explained, pointers?.own) : [],
    responseBody: noBody,
    links: explained ? itemLinks(explained, pointers?.own) : [],
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
