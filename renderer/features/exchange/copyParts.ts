import type { Status } from "../../../core/contract/events.ts";
import type { Exchange, ExchangeRequest } from "../../../core/exchange/exchange.ts";
import type { CopyParts } from "../../../core/formats/copyAs/copyFormats.ts";
import type { CopySource } from "../../../core/formats/copyAs/copySource.ts";

function sourceOf({ method, path, headers, body }: ExchangeRequest, origin: string): CopySource | undefined {
  return typeof body === "string" ? { method, url: `${origin}${path}`, headers, body } : undefined;
}

/** What of an exchange can be copied, addressed to the workbench it is in, or to the live upstream that it uses. */
export function copyParts(
  exchange: Exchange,
  callIndex: number,
  { compatUrl, nativeUrl, settings }: Status,
): CopyParts {
  const nativeBase = settings.upstream.kind === "live" ? settings.upstream.baseUrl : nativeUrl;
  const call = exchange.native[callIndex];
  return {
    endpoint: exchange.endpoint,
    compatUrl,
    klaviyo: sourceOf(exchange.request, new URL(compatUrl).origin),
    native: call && sourceOf(call.request, new URL(nativeBase).origin),
  };
}
