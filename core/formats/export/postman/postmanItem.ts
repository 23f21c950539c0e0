import type { Body, Exchange, Headers } from "../../../exchange/exchange.ts";
import { firstHeader } from "../../../exchange/headers.ts";
import { jsonOf } from "../bodyText.ts";
import { exchangeName } from "../exchangeName.ts";
import { type KeyedText, type KeyNames, writeKeyed } from "../keys/keyedText.ts";
import { type SentRequest, sentRequest } from "../sentRequest.ts";
import { variableWarnings } from "./variableWarnings.ts";

/** A text with keys as Postman writes a variable. */
function withVariables(text: KeyedText): string {
  return writeKeyed(text, (name) => `{{${name}}}`);
}

function headerList(headers: SentRequest["headers"]): object[] {
  return headers.map(([key, value]) => ({ key, value: withVariables(value) }));
}

/** The address as it stands, and in the parts that Postman shows. */
function url(path: string): object {
  const [before = "", ...afterFirst] = path.split("?");
  const query = afterFirst.join("?");
  const parameters = query.split("&").map((parameter) => {
    const [key = "", ...value] = parameter.split("=");
    return { key, value: value.length === 0 ? null : value.join("=") };
  });
  return {
    raw: `{{baseUrl}}${path}`,
    host: ["{{baseUrl}}"],
    path: before.replace(/^\//, "").split("/"),
    ...(afterFirst.length === 0 ? {} : { query: parameters }),
  };
}

/** Postman sends bytes only from a file; its schema lets a collection carry the content. */
function requestBody(body: Body, isJson: boolean): object {
  if (body === "") return {};
  if (typeof body !== "string") return { body: { mode: "file", file: { content: body.base64 } } };
  const options = { raw: { language: isJson ? "json" : "text" } };
  return { body: { mode: "raw", raw: body, options } };
}

const literalParts = (text: KeyedText): readonly string[] =>
  typeof text === "string" ? [text] : text.filter((part) => typeof part === "string");

function warnings({ path, headers, body }: SentRequest): string[] {
  const values = headers.flatMap(([, value]) => literalParts(value));
  if (typeof body === "string") return variableWarnings([...literalParts(path), ...values, body]);
  const noText = "The body is not text: choose a file with the bytes that its base64 stands for.";
  return [noText, ...variableWarnings([...literalParts(path), ...values])];
}

function postmanRequest(sent: SentRequest): object {
  const description = warnings(sent).join(" ");
  return {
    method: sent.method,
    header: headerList(sent.headers),
    ...requestBody(sent.body, jsonOf(sent.body) !== undefined),
    url: url(withVariables(sent.path)),
    ...(description === "" ? {} : { description }),
  };
}

function language(headers: Headers): string {
  return firstHeader(headers, "content-type")?.includes("json") ? "json" : "text";
}

function savedResponse({ response, durationMs }: Exchange, originalRequest: object): object[] {
  if (response === null) return [];
  const { status, headers, body } = response;
  return [
    {
      name: `Recorded: ${status}`,
      originalRequest,
      code: status,
      status: "",
      _postman_previewlanguage: language(headers),
      header: headers.map(([key, value]) => ({ key, value })),
      cookie: [],
      responseTime: durationMs,
      ...(typeof body === "string" ? { body } : { body: body.base64, _encoding: "base64" }),
    },
  ];
}

/** An item of a collection: the request, and its recorded answer as a saved example. Source: Postman Collection 2.1. */
export function postmanItem(exchange: Exchange, index: number, keys: KeyNames): object {
  const { request, response } = exchange;
  const sent = postmanRequest(sentRequest(exchange, keys));
  return { name: exchangeName(index, request, response), request: sent, response: savedResponse(exchange, sent) };
}
