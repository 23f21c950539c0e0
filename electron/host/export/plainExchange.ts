import type { Body, Exchange, Headers } from "../../../core/exchange/exchange.ts";
import { headerValue } from "../../../core/exchange/headers.ts";
import { bodyBytes } from "../coding/bodyBytes.ts";
import { decodeCoding, withoutCoding } from "../coding/decodeCoding.ts";
import { bodyColumn, readBody } from "../store/columns/bodyColumn.ts";

interface Message {
  readonly headers: Headers;
  readonly body: Body;
}

function plainMessage<T extends Message>(message: T): T {
  const { headers, body } = message;
  if (headerValue(headers, "content-encoding") === undefined) return message;
  const coded = bodyBytes(body);
  const plain = decodeCoding(coded, headers);
  return plain === coded ? message : { ...message, headers: withoutCoding(headers), body: readBody(bodyColumn(plain)) };
}

/**
 * An exchange whose bodies are what they say: content codings are undone, and the headers that told of them and of the length are gone, as in a client's request
 * that was never compressed. Masking reads text and cannot pack it again. A body that cannot be unpacked stays as it came.
 */
export function plainExchange(exchange: Exchange): Exchange {
  const { request, native, response } = exchange;
  return {
    ...exchange,
    request: plainMessage(request),
    native: native.map((call) => ({
      ...call,
      request: plainMessage(call.request),
      response: call.response && plainMessage(call.response),
    })),
    response: response && plainMessage(response),
  };
}
