import type { Exchange } from "../../../../core/exchange/exchange.ts";

/** What names an exchange in a line of text. */
export function lineOf({ seq, request }: Exchange): string {
  return `#${seq} ${request.method} ${request.path}`;
}
