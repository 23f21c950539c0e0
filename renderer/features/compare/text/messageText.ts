import { maxPaneCharacters } from "../../../../core/contract/exchangeView.ts";
import type { Body, Exchange, Headers } from "../../../../core/exchange/exchange.ts";
import { prettyJson } from "../../../../core/json/prettyJson.ts";

/** Which message of an exchange is looked at. */
export const messages = ["klaviyo-request", "native-request", "native-response", "klaviyo-response"] as const;
export type Message = (typeof messages)[number];

export const messageTexts = {
  "klaviyo-request": "Klaviyo request",
  "native-request": "Native request",
  "native-response": "Native response",
  "klaviyo-response": "Klaviyo response",
} as const satisfies Record<Message, string>;

function bodyText(body: Body): string {
  if (typeof body !== "string") return body.base64;
  return /^\s*[[{]/.test(body) ? prettyJson(body) : body;
}

function textOf(line: string, headers: Headers, body: Body): string {
  return [line, ...headers.map(([name, value]) => `${name}: ${value}`), "", bodyText(body)].join("\n");
}

function textsOf({ request, native, response }: Exchange, message: Message): string[] {
  switch (message) {
    case "klaviyo-request":
      return [textOf(`${request.method} ${request.path}`, request.headers, request.body)];
    case "native-request":
      return native.map((call) =>
        textOf(`${call.request.method} ${call.request.path}`, call.request.headers, call.request.body),
      );
    case "native-response":
      return native.map((call) =>
        call.response ? textOf(String(call.response.status), call.response.headers, call.response.body) : "No answer",
      );
    case "klaviyo-response":
      return [response ? textOf(String(response.status), response.headers, response.body) : "No answer"];
  }
}

export interface MessageText {
  readonly text: string;
  readonly isCut: boolean;
}

/** A message as text to be read: line, headers, body laid out; several native calls one after the other. Cut where a pane would be, too. */
export function messageText(exchange: Exchange, message: Message): MessageText {
  const text = textsOf(exchange, message).join("\n\n");
  return { text: text.slice(0, maxPaneCharacters), isCut: text.length > maxPaneCharacters };
}
