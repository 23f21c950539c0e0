/**
 * JSON that never rounds a number.
 *
 * A JavaScript number holds a JSON number exactly only when it prints back as it was written. Every other number
 * (`0.1000`, `12345678901234567890`, `1e400`) is kept as `JSON.rawJSON` of its source text, which `JSON.stringify`
 * writes out verbatim. Both halves are ECMAScript ("JSON.parse source text access").
 */

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

/** Candidates for a number that changes when read: a fraction, an exponent, a minus zero or more than 15 digits. */
const riskyNumber = /-?\d+(?:\.\d+(?:[eE][+-]?\d+)?|[eE][+-]?\d+)|-0|\d{16,}/g;

function needsExactNumbers(text: string): boolean {
  riskyNumber.lastIndex = 0;
  for (let match = riskyNumber.exec(text); match; match = riskyNumber.exec(text)) {
    if (String(Number(match[0])) !== match[0]) return true;
  }
  return false;
}

function keepSource(_key: string, value: unknown, context: { readonly source?: string }): unknown {
  const { source } = context;
  return typeof value === "number" && source !== undefined && String(value) !== source
    ? exactJson.rawJSON(source)
    : value;
}

/** Reads JSON text (RFC 8259) without rounding. Never throws; `message` is the engine's, naming the place. */
export function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: needsExactNumbers(text) ? exactJson.parse(text, keepSource) : exactJson.parse(text) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

/** Writes a value as JSON text; raw numbers come out as they came in. `indent` counts spaces. */
export function stringifyJson(value: Json, indent?: number): string {
  return exactJson.stringify(value, null, indent);
}

export function isRawNumber(value: unknown): value is RawNumber {
  return exactJson.isRawJSON(value);
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
