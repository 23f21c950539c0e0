import type { Exchange } from "../../exchange/exchange.ts";
import { type SessionHeader, type SessionOrigin, sessionFormatName, sessionVersion } from "./sessionFile.ts";

/** The lines of a session file, each with its line feed. `readSession` gives the same exchanges back. */
export async function* writeSession(
  exchanges: AsyncIterable<Exchange>,
  { session, version, now }: SessionOrigin,
): AsyncGenerator<string, void, undefined> {
  const header: SessionHeader = {
    format: sessionFormatName,
    version: sessionVersion,
    program: version,
    exportedAt: now,
    session,
  };
  yield `${JSON.stringify(header)}\n`;
  let count = 0;
  for await (const exchange of exchanges) {
    count += 1;
    yield `${JSON.stringify(exchange)}\n`;
  }
  yield `${JSON.stringify({ end: { exchanges: count } })}\n`;
}
