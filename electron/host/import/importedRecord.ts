import type { Exchange, ExchangeRequest } from "../../../core/exchange/exchange.ts";
import { redactHeaders, redactPath } from "../../../core/exchange/secrets.ts";
import { describeExchange } from "../../../core/klaviyo/describe.ts";
import { readRequest } from "../../../core/klaviyo/readRequest.ts";
import { resolveRoute } from "../../../core/klaviyo/route.ts";
import { translate } from "../../../core/translation/translate.ts";
import type { MetricTable, TranslationSettings } from "../../../core/translation/translation.ts";
import { bodyBytes } from "../coding/bodyBytes.ts";
import { decodeCoding } from "../coding/decodeCoding.ts";
import { fingerprintKey } from "../fingerprint.ts";
import type { ExchangeRecord, RecordedRequest, RecordedResponse } from "../store/exchangeRecord.ts";

/** What a file tells of an exchange. Without native calls and findings, the findings are those of the present rules. */
export interface ImportedExchange
  extends Pick<Exchange, "id" | "at" | "parent" | "durationMs" | "request" | "response"> {
  readonly native?: Exchange["native"];
  readonly findings?: Exchange["findings"];
}

function recordedRequest({ method, path, headers, body }: ExchangeRequest): RecordedRequest {
  return {
    method,
    path: redactPath(path, fingerprintKey),
    headers: redactHeaders(headers, fingerprintKey),
    body: bodyBytes(body),
  };
}

function recordedResponse(response: Exchange["response"]): RecordedResponse | null {
  if (!response) return null;
  const { status, headers, body } = response;
  return { status, headers: redactHeaders(headers, fingerprintKey), body: bodyBytes(body) };
}

/** An exchange of a file as the store takes it: without secrets, described and counted as the workbench with this metric table would. */
export function importedRecord(imported: ImportedExchange, metrics: MetricTable): ExchangeRecord {
  const { id, at, parent, durationMs } = imported;
  const request = recordedRequest(imported.request);
  const response = recordedResponse(imported.response);
  const judged = judge(request, response?.status ?? 0, { metrics, now: at });
  const native = (imported.native ?? []).map((call) => ({
    request: recordedRequest(call.request),
    response: recordedResponse(call.response),
    durationMs: call.durationMs,
  }));
  return {
    id,
    at,
    origin: "imported",
    parent,
    ...judged,
    findings: imported.findings ?? judged.findings,
    request,
    native,
    nativePending: 0,
    response,
    durationMs,
  };
}

type Judged = Pick<ExchangeRecord, "endpoint" | "title" | "subject" | "leaves" | "leavesMapped" | "findings">;

/** What the present rules say of a request. */
function judge(
  { method, path, headers, body }: RecordedRequest,
  status: number,
  settings: TranslationSettings,
): Judged {
  const route = resolveRoute(method, path);
  if (route.kind !== "endpoint") {
    return { endpoint: route.resource, ...describeExchange(route, undefined, { status }), ...nothing };
  }
  const { id } = route.endpoint;
  const read = readRequest(id, decodeCoding(Buffer.from(body), headers), settings.now);
  const { document } = read;
  const problems = read.ok || status < 400 ? [] : read.problems;
  const description = describeExchange(route, document, { status, problems });
  if (document === undefined) return { endpoint: id, ...description, ...nothing, findings: read.findings };
  const { findings, leaves, leavesMapped } = translate(id, document, settings);
  return {
    endpoint: id,
    ...description,
    leaves: read.ok ? leaves : 0,
    leavesMapped: read.ok ? leavesMapped : 0,
    findings: read.ok ? [...read.findings, ...findings] : read.findings,
  };
}

const nothing = { leaves: 0, leavesMapped: 0, findings: [] } as const;
