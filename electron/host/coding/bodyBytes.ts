import type { Body } from "../../../core/exchange/exchange.ts";

/** The bytes of a recorded body. */
export function bodyBytes(body: Body): Buffer {
  return typeof body === "string" ? Buffer.from(body) : Buffer.from(body.base64, "base64");
}
