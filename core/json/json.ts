/**
 * JSON that never rounds a number.
 *
 * A JavaScript number holds a JSON number exactly only when it prints back as it was written. Every other number
 * (`0.1000`, `12345678901234567890`, `1e400`) is kept as `JSON.rawJSON` of its source text, which `JSON.stringify`
 * writes out verbatim. Both halves are ECMAScript ("JSON.parse source text access").
 */

import { faultMessage } from "../faultMessage.ts";
import { type JsonScan, scanJson } from "./scanJson.ts";

/** A number whose text a JavaScript number would change. `rawJSON` is that text. */
export interface RawNumber {
  readonly rawJSON: string;
}

export type JsonNumber = number | RawNumber;
export type JsonScalar = null | boolean | string | JsonNumber;
export type JsonArray = readonly Json[];
export interface JsonObject {
  readonly [key: string]: Json;
}
export type Json = JsonScalar | JsonArray | JsonObject;

export type ParsedJson = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly message: string };

/** The parts of JSON's newest edition that TypeScript's library does not declare yet. */
interface ExactJson {
  parse(text: string, reviver?: (key: string, value: unknown, context: { readonly source?: string }) => unknown): Json;
  stringify(value: Json, replacer: null, space: number | undefined): string;
  rawJSON(text: string): RawNumber;
  isRawJSON(value: unknown): value is RawNumber;
}

const exactJson = JSON as typeof JSON & ExactJson;

function keepSource(_key: string, value: unknown, context: { readonly source?: string }): unknown {
  const { source } = context;
  return typeof value === "number" && source !== undefined && String(value) !== source
    ? exactJson.rawJSON(source)
    : value;
}

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Starts a string that stands for a number. JSON text can hold a NUL in a string only as this escape, so its absence proves there is no other. */
const mark = "\0";
const markEscape = "\\u0000";

/** Puts each inexact number into a marked string. What only looks like a number stays, for the parser to refuse. */
function markNumbers(text: string, places: readonly number[]): string {
  let marked = "";
  let copied = 0;
  for (let index = 0; index + 1 < places.length; index += 2) {
    const start = places[index] ?? 0;
    const end = places[index + 1] ?? 0;
    const token = text.slice(start, end);
    if (!jsonNumber.test(token)) continue;
    marked += `${text.slice(copied, start)}"${markEscape}${token}"`;
    copied = end;
  }
  return marked + text.slice(copied);
}

/** Turns marked strings back into numbers, in place. */
function unmark(holder: Record<string | number, unknown>, name: string | number): void {
  const value = holder[name];
  if (typeof value === "string") {
    if (value.startsWith(mark)) holder[name] = exactJson.rawJSON(value.slice(1));
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) unmark(value as Record<number, unknown>, index);
  } else if (typeof value === "object" && value !== null) {
    for (const member in value) unmark(value as Record<string, unknown>, member);
  }
}

/** The engine's own way to the source text of numbers costs more than twice as much as marking, parsing and restoring together. */
function parseExactly(text: string, { inexactNumbers, hasOnlyStringNames }: JsonScan): Json {
  if (inexactNumbers.length === 0 || !hasOnlyStringNames) return exactJson.parse(text);
  if (text.includes(markEscape)) return exactJson.parse(text, keepSource);
  try {
    const root = { value: exactJson.parse(markNumbers(text, inexactNumbers)) };
    unmark(root, "value");
    return root.value;
  } catch {
    return exactJson.parse(text, keepSource);
  }
}

/** Reads JSON text (RFC 8259) without rounding. Never throws; `message` is the engine's, naming the place. `scan` saves a second look at the text. */
export function parseJson(text: string, scan: JsonScan = scanJson(text)): ParsedJson {
  try {
    return { ok: true, value: parseExactly(text, scan) };
  } catch (error) {
    return { ok: false, message: faultMessage(error) };
  }
}

/** Whether a text is JSON, for who needs nothing else of it. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Writes a value as JSON text; raw numbers come out as they came in. `indent` counts spaces. */
export function stringifyJson(value: Json, indent?: number): string {
  return exactJson.stringify(value, null, indent);
}

export function isRawNumber(value: unknown): value is RawNumber {
  // It has no prototype, which tells it from nearly every object far more cheaply than asking the engine does.
  return typeof value === "object" && value !== null && !(value instanceof Object) && exactJson.isRawJSON(value);
}

export function isJsonNumber(value: unknown): value is JsonNumber {
  return typeof value === "number" || isRawNumber(value);
}

export function isJsonArray(value: Json | undefined): value is JsonArray {
  return Array.isArray(value);
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isRawNumber(value);
}

/** The text of a number as it was sent, also of one beyond 2^53. */
export function numberText(value: JsonNumber): string {
  return typeof value === "number" ? String(value) : value.rawJSON;
}
