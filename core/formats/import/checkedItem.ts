import type { Body, Headers } from "../../exchange/exchange.ts";
import { type ImportedItem, type ImportedRequest, skipped } from "./importedRequest.ts";

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** Bytes beyond ASCII are not allowed by the standard, but servers take them and records hold them. */
const pathForm = /^[/*][!-~\u0080-\uffff]*$/;
const lineBreak = /[\r\n\0]/;

function bodyFault(body: Body, name: string): string | undefined {
  return typeof body === "string" && !body.isWellFormed()
    ? `The ${name} holds half a character (an unpaired surrogate), which has no bytes. Correct the text in the file.`
    : undefined;
}

function headerFault(headers: Headers, name: string): string | undefined {
  for (const [header, value] of headers) {
    if (!token.test(header)) {
      return `The ${name} has a header named ${JSON.stringify(header)}, which HTTP does not allow. Correct its name in the file.`;
    }
    if (lineBreak.test(value) || !value.isWellFormed()) {
      return `The value of the header ${header} of the ${name} cannot be sent: it holds a line break, a NUL or half a character. Correct it in the file.`;
    }
  }
  return undefined;
}

function responseFault(response: ImportedRequest["response"]): string | undefined {
  if (!response) return undefined;
  const { status, headers, body } = response;
  if (!Number.isInteger(status) || status < 100 || status > 999) {
    return `The response has the status ${status}, which HTTP does not know. Correct it in the file.`;
  }
  return headerFault(headers, "response") ?? bodyFault(body, "response body");
}

function fault({ request, response }: ImportedRequest): string | undefined {
  const { method, path, headers, body } = request;
  if (!token.test(method)) return `The method ${JSON.stringify(method)} is none of HTTP. Correct it in the file.`;
  if (!pathForm.test(path) || !path.isWellFormed()) {
    return "The path holds characters that a request cannot carry, or does not start with a slash. Correct the address in the file.";
  }
  return headerFault(headers, "request") ?? bodyFault(body, "request body") ?? responseFault(response);
}

/** An item as it is, or skipped with the reason if HTTP could not carry it: what is imported can be stored and sent again. */
export function checkedItem(item: ImportedRequest): ImportedItem {
  const reason = fault(item);
  return reason === undefined ? item : skipped(item.place, reason);
}
