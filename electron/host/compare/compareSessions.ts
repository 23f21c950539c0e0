import { alignSessions } from "../../../core/exchange/compare/alignSessions.ts";
import {
  type CompareOptions,
  type Comparison,
  compareExchanges,
} from "../../../core/exchange/compare/compareExchanges.ts";
import type { CompiledRules } from "../../../core/exchange/compare/compileRules.ts";
import { type ExchangeKey, exchangeKey } from "../../../core/exchange/compare/exchangeKey.ts";
import type { Exchange } from "../../../core/exchange/exchange.ts";
import { bodyBytes } from "../coding/bodyBytes.ts";
import { decodeCoding } from "../coding/decodeCoding.ts";

/** A session that can be read in its order and by id. */
export interface ReadableSession {
  exchanges(): Iterable<Exchange>;
  exchange(id: string): Exchange | undefined;
}

/** Two exchanges and how they differ, or one that the other session lacks. */
export type SessionDifference =
  | { readonly kind: "pair"; readonly left: Exchange; readonly right: Exchange; readonly comparison: Comparison }
  | { readonly kind: "left-only" | "right-only"; readonly exchange: Exchange };

/** The request body without its content coding. */
export function decodedBody({ request }: Exchange): Buffer {
  return decodeCoding(bodyBytes(request.body), request.headers);
}

function keysOf(session: ReadableSession): ExchangeKey[] {
  const keys: ExchangeKey[] = [];
  for (const exchange of session.exchanges()) {
    keys.push(exchangeKey(exchange, decodedBody(exchange).toString("utf8")));
  }
  return keys;
}

/** Of a request that was replayed to a target elsewhere, or imported, no native calls are known: that says nothing about them. */
export function isNativeSeen({ origin, native }: Exchange): boolean {
  return native.length > 0 || origin === "captured" || origin === "composed";
}

/** Compares two sessions, the left one being what is expected: pairs in the order of the left session, then what only one of them has. */
export function* compareSessions(
  left: ReadableSession,
  right: ReadableSession,
  rules: CompiledRules,
  { nativeAnswers = false, ...options }: CompareOptions = {},
): Generator<SessionDifference> {
  const { pairs, leftOnly, rightOnly } = alignSessions(keysOf(left), keysOf(right));
  for (const pair of pairs) {
    const one = left.exchange(pair.left.id);
    const other = right.exchange(pair.right.id);
    if (one && other) {
      const nativeRequests = isNativeSeen(one) && isNativeSeen(other);
      const compared = { nativeRequests, nativeAnswers: nativeRequests && nativeAnswers };
      const comparison = compareExchanges(one, other, rules, { ...compared, ...options });
      yield { kind: "pair", left: one, right: other, comparison };
    }
  }
  for (const [kind, keys, session] of [
    ["left-only", leftOnly, left],
    ["right-only", rightOnly, right],
  ] as const) {
    for (const { id } of keys) {
      const exchange = session.exchange(id);
      if (exchange) yield { kind, exchange };
    }
  }
}
