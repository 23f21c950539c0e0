import type { Exchange } from "../../../core/exchange/exchange.ts";
import { bodyBytes } from "../coding/bodyBytes.ts";
import type { ExchangeHandler, Handled } from "../compat/exchangeHandler.ts";
import { ownHost, signedHeaders } from "./replayTarget.ts";

/** Sends one recorded request again, at this workbench as it is now; its child is recorded into the open session. */
export function replayHere(recorded: Exchange, exchanges: ExchangeHandler): Promise<Handled> {
  const { method, path, body } = recorded.request;
  return exchanges.handle(
    { method, path, headers: [ownHost, ...signedHeaders(recorded, {})], body: bodyBytes(body), end: "complete" },
    { origin: "replayed", parent: recorded.id },
  );
}
