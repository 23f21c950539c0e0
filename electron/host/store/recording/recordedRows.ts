import type { SQLInputValue } from "node:sqlite";
import { bodyColumn, byteLength } from "../columns/bodyColumn.ts";
import { countFindings, findingsColumn } from "../columns/findingsColumn.ts";
import { headersColumn } from "../columns/headersColumn.ts";
import type { ExchangeRecord, RecordedNativeCall } from "../exchangeRecord.ts";

/** The columns of an exchange in the order of the tables, but for its place and the keys that follow from it. */
export interface ExchangeRows {
  readonly id: string;
  readonly exchange: readonly SQLInputValue[];
  readonly payload: readonly SQLInputValue[];
  readonly calls: readonly (readonly SQLInputValue[])[];
}

export function exchangeRows(record: ExchangeRecord): ExchangeRows {
  const { request, response, findings, native } = record;
  return {
    id: record.id,
    exchange: exchangeColumns(record),
    payload: [
      headersColumn(request.headers),
      bodyColumn(request.body),
      response && headersColumn(response.headers),
      response && bodyColumn(response.body),
      findingsColumn(findings),
    ],
    calls: native.map(callColumns),
  };
}

function exchangeColumns(record: ExchangeRecord): SQLInputValue[] {
  const { request, response } = record;
  const { kinds, codes } = countFindings(record.findings);
  return [
    record.at,
    record.origin,
    record.parent,
    record.endpoint,
    request.method,
    request.path,
    response?.status ?? null,
    record.title,
    record.subject,
    record.durationMs,
    byteLength(request.body),
    record.native.length,
    record.nativePending,
    kinds.lost,
    kinds.changed,
    kinds.assumed,
    kinds.advice,
    kinds.refused,
    codes,
    record.leaves,
    record.leavesMapped,
  ];
}

export function callColumns({ request, response, durationMs }: RecordedNativeCall): SQLInputValue[] {
  return [
    request.method,
    request.path,
    headersColumn(request.headers),
    bodyColumn(request.body),
    response?.status ?? null,
    response && headersColumn(response.headers),
    response && bodyColumn(response.body),
    durationMs,
  ];
}

/** What a session's size counts: the bodies. */
export function bytesOfExchange({ request, response, native }: ExchangeRecord): number {
  return byteLength(request.body) + (response ? byteLength(response.body) : 0) + bytesOfCalls(native);
}

export function bytesOfCalls(calls: readonly RecordedNativeCall[]): number {
  let bytes = 0;
  for (const { request, response } of calls) {
    bytes += byteLength(request.body) + (response ? byteLength(response.body) : 0);
  }
  return bytes;
}
