import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Exchange, Headers } from "../../../core/exchange/exchange.ts";
import { eventExchange } from "../../../core/exchange/masking/exchange.fixture.ts";
import { packings } from "../coding/codings.fixture.ts";
import { plainExchange } from "./plainExchange.ts";

const text = '{"note":"Wilhelmina"}';

function coded(coding: string, bytes: Uint8Array) {
  const headers: Headers = [
    ["content-encoding", coding],
    ["Content-Length", String(bytes.length)],
    ["X-Shop", "a"],
  ];
  return { headers, body: { base64: Buffer.from(bytes).toString("base64") } };
}

function withRequest(message: Pick<Exchange["request"], "headers" | "body">): Exchange {
  return eventExchange({ request: { method: "POST", path: "/", ...message }, native: [], response: null });
}

test.each(packings(text))(
  "a body in %s is the text that it says, without the headers that told of its coding",
  (coding, bytes) => {
    const { request } = plainExchange(withRequest(coded(coding, bytes)));
    expect(request).toEqual({ method: "POST", path: "/", headers: [["X-Shop", "a"]], body: text });
  },
);

test("native calls and answers are unpacked as well", () => {
  const message = coded("gzip", gzipSync(text));
  const native = {
    request: { method: "POST", path: "/", ...message },
    response: { status: 201, ...message },
    durationMs: 1,
  };
  const exchange = plainExchange(eventExchange({ native: [native], response: { status: 202, ...message } }));
  for (const plain of [exchange.native[0]?.request, exchange.native[0]?.response, exchange.response])
    expect(plain).toMatchObject({ headers: [["X-Shop", "a"]], body: text });
});

test("what a body says may be no text", () => {
  const bytes = Buffer.from([0xff, 0xfe, 0]);
  const { request } = plainExchange(withRequest(coded("gzip", gzipSync(bytes))));
  expect(request.body).toEqual({ base64: bytes.toString("base64") });
});

test.each([
  ["a coding that is not known", coded("zstd", Buffer.from([0x28, 0xb5, 0x2f, 0xfd]))],
  ["a body that is cut short", coded("gzip", gzipSync(text).subarray(0, 20))],
  ["a body that was never packed", { ...coded("gzip", Buffer.from(text)), body: text }],
  ["no coding", { headers: [["Content-Length", "21"]] as Headers, body: text }],
])("%s stays as it came", (_what, message) => {
  const exchange = withRequest(message);
  expect(plainExchange(exchange)).toEqual(exchange);
});
