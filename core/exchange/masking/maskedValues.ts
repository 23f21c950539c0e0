import { type Json, stringifyJson } from "../../json/json.ts";
import { comparableBody } from "../compare/comparableBody.ts";
import { eachDifference } from "../compare/diffJson.ts";
import type { Body, Exchange, Headers } from "../exchange.ts";

/** A value that masking replaced. */
interface Replaced {
  /** "Klaviyo request", "Native response 2". */
  readonly message: string;
  /** A pointer into the body, "" for the whole of it; "path", or "header" and its name. */
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

interface Message {
  readonly path?: string;
  readonly headers: Headers;
  readonly body: Body;
}

/** A longer value is shown by its beginning. */
const mostShown = 200;

/** What masking replaced in an exchange, place by place: the exchange as it is recorded against what became of it. */
export function* maskedValues(before: Exchange, after: Exchange): Generator<Replaced> {
  yield* inMessage("Klaviyo request", before.request, after.request);
  for (const [index, { request, response }] of before.native.entries()) {
    const masked = after.native[index];
    const number = before.native.length > 1 ? ` ${index + 1}` : "";
    if (masked) yield* inMessage(`Native request${number}`, request, masked.request);
    if (response && masked?.response) yield* inMessage(`Native response${number}`, response, masked.response);
  }
  if (before.response && after.response) yield* inMessage("Klaviyo response", before.response, after.response);
}

function* inMessage(message: string, before: Message, after: Message): Generator<Replaced> {
  if (before.path !== undefined && after.path !== undefined && before.path !== after.path) {
    yield { message, place: "path", before: shown(before.path), after: shown(after.path) };
  }
  for (const [index, [name, value]] of before.headers.entries()) {
    const masked = after.headers[index]?.[1];
    // The length of a body that was masked is nobody's secret.
    if (masked === undefined || masked === value || name.toLowerCase() === "content-length") continue;
    yield { message, place: `header ${name}`, before: shown(value), after: shown(masked) };
  }
  yield* inBody(message, before.body, after.body);
}

function* inBody(message: string, before: Body, after: Body): Generator<Replaced> {
  const [left, right] = [comparableBody(before), comparableBody(after)];
  if (left.form === "json" && right.form === "json") {
    for (const { pointer, left: value, right: masked } of eachDifference(left.value, right.value)) {
      yield { message, place: pointer, before: shown(value), after: shown(masked) };
    }
  } else if (JSON.stringify(before) !== JSON.stringify(after)) {
    yield { message, place: "", before: shown(textOf(before)), after: shown(textOf(after)) };
  }
}

function textOf(body: Body): string {
  return typeof body === "string" ? body : body.base64;
}

function shown(value: Json | undefined): string {
  const text = value === undefined ? "" : typeof value === "string" ? value : stringifyJson(value);
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}
