import fc from "fast-check";
import { expect, test } from "vitest";
import type { Body, Exchange, ExchangeRequest } from "../../exchange/exchange.ts";
import { curlFormat } from "../export/curl/curlFormat.ts";
import { sampleExchange } from "../export/sampleExchange.fixture.ts";
import { sampleSession as session } from "../export/sampleSession.fixture.ts";
import { anyText, collected, inTurn } from "../session/exchanges.fixture.ts";
import { curl } from "./curl/curl.ts";
import type { ImportedItem } from "./importedRequest.ts";

const context = { session, compatUrl: "http://localhost:8020/klaviyo/v1", nativeUrl: "", version: "0.1.0", now: "" };

async function scriptOf(requests: readonly ExchangeRequest[]): Promise<string> {
  const exchanges = requests.map((request): Exchange => sampleExchange({ request }));
  return (await collected(curlFormat.write(inTurn(exchanges), context))).map(({ text }) => text).join("");
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

function requestOf(item: ImportedItem): unknown {
  return item.kind === "request" ? item.request : item.reason;
}

const header = fc.tuple(
  fc.stringMatching(/^x-[a-z]{1,9}$/),
  fc.string({ unit: "binary" }).map((value) =>
    value
      .toWellFormed()
      .replace(/[\r\n\0]/g, "")
      .trim(),
  ),
);
/** Bytes that are no text, as exchanges keep them. */
const bytes = fc
  .uint8Array({ maxLength: 40 })
  .map((each): Body => ({ base64: Buffer.concat([Buffer.from([0xff]), each]).toString("base64") }));
const request = fc.record({
  method: fc.constantFrom("POST", "GET", "DELETE"),
  path: fc.stringMatching(/^\/[a-zA-Z0-9/?&=%._~:@!$'()*+,;[\]{}-]{0,30}$/),
  headers: fc
    .array(header, { maxLength: 4 })
    .map((lines): [string, string][] => [["Content-Type", "application/json"], ...lines]),
  body: fc.oneof(
    anyText.map((text): Body => text.toWellFormed()),
    bytes,
    fc.constantFrom("a\0b\\0\\n\0", "x".repeat(120_000), "\ufeff{}", "\r\n"),
  ),
});

/** Lines with a key and without a value are written after the others, so that the order of different names is not kept. */
const byName = ({ headers, ...rest }: ExchangeRequest) => ({
  ...rest,
  headers: headers.toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)),
});

test("an exported curl script is imported as what was exported, with bodies of any text and any bytes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 4 }), async (requests) => {
      const items = await Array.fromAsync(curl.read(once(await scriptOf(requests))));
      expect(items.map(requestOf)).toHaveLength(requests.length);
      for (const [index, item] of items.entries()) {
        const read = item.kind === "request" ? byName(item.request) : item.reason;
        expect(read).toEqual(requests.slice(index, index + 1).map(byName)[0]);
      }
    }),
    { numRuns: 60 },
  );
});

test("an exported script that was cut off is imported as far as it goes, with a remark that names the line", async () => {
  const headers: [string, string][] = [["Content-Type", "application/json"]];
  const whole = { method: "POST", path: "/a", headers, body: "{}" };
  const script = await scriptOf([whole, { ...whole, path: "/b" }]);
  const items = await Array.fromAsync(curl.read(once(script.slice(0, -3))));
  const last = script.trimEnd().split("\n").length;
  expect(items.map((item) => item.kind === "request" && [item.request.path, item.request.body, item.notes])).toEqual([
    ["/a", "{}", []],
    ["/b", "{", [expect.stringContaining(`the ' on line ${last} is never closed`)]],
  ]);
});
