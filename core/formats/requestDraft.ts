import type { Headers } from "../exchange/exchange.ts";

/** A request as a person pasted or imported it, before it is sent: `path` carries the query, `headers` may still hold a key. */
export interface RequestDraft {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}
