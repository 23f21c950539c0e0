import type { ExchangeRequest } from "../../exchange/exchange.ts";

/** A place in the order of the export, so that names sort as what they name was sent: 7 is "0007". */
export function orderNumber(index: number, exchanges = 0): string {
  return String(index).padStart(Math.max(4, String(exchanges).length), "0");
}

/** Control characters and line separators would end the comment or the title that a name stands in. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

/** A line that names a message: "0007 POST /v1/events answers 201". Never more than one line, never longer than 200 characters. */
export function exchangeName(
  index: number,
  { method, path }: Pick<ExchangeRequest, "method" | "path">,
  response: { readonly status: number } | null,
): string {
  const outcome = response === null ? "has no answer" : `answers ${response.status}`;
  const asked = `${method} ${path}`.replace(unprintable, " ");
  return `${orderNumber(index)} ${asked.slice(0, 160)} ${outcome}`;
}
