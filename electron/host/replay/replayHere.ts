import type { Exchange } from "../../../core/exchange/exchange.ts";
import type { ExchangeHandler, Handled } from "../exchangeHandler.ts";
import { bodyBytes } from "../import/bodyBytes.ts";
import { ownHost, withoutConnection } from "./replayTarget.ts";

/** Sends one recorded request again, at this workbench as it is now; its child is recorded into the open session. */
export function replayHere({ id, request }: Exchange, exchanges: ExchangeHandler): Promise<Handled> {
  const { method, path, headers, body } = request;
  return exchanges.handle(
    { method, path, headers: [ownHost, ...withoutConnection(headers)], body: bodyBytes(body), end: "complete" },
    { origin: "replayed", parent: id },
  );
}
