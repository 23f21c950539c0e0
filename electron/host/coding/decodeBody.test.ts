import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { packings } from "./codings.fixture.ts";
import { decodeBody } from "./decodeBody.ts";

const text = Buffer.from('{"data":{}}');
const limit = 1024;

test.each([...packings(text.toString()), ["identity", text] as const, [undefined, text] as const])(
  "undoes %s",
  async (coding, body) => {
    const decoded = await decodeBody(body, coding, limit);
    expect(decoded.ok && Buffer.from(decoded.body).toString()).toBe('{"data":{}}');
  },
);

test("names a coding it does not know, also in a chain", async () => {
  expect(await decodeBody(text, "zstd", limit)).toEqual({ ok: false, reason: "unsupported", coding: "zstd" });
  expect(await decodeBody(text, "gzip, compress", limit)).toMatchObject({ reason: "unsupported", coding: "compress" });
  expect(await decodeBody(text, "constructor", limit)).toMatchObject({ reason: "unsupported" });
});

test("refuses a chain long enough to be an attack", async () => {
  expect(await decodeBody(text, Array(9).fill("gzip").join(","), limit)).toMatchObject({ reason: "unsupported" });
});

test("stops unpacking at the limit", async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
  expect(bomb.length).toBeLessThan(256 * 1024);
  expect(await decodeBody(bomb, "gzip", limit)).toEqual({ ok: false, reason: "too-large", coding: "gzip" });
});

test("a plain body over the limit is too large, one at the limit is not", async () => {
  expect(await decodeBody(Buffer.alloc(limit + 1), undefined, limit)).toMatchObject({ reason: "too-large" });
  expect(await decodeBody(Buffer.alloc(limit), undefined, limit)).toMatchObject({ ok: true });
});

test("a compressed body of exactly the limit passes", async () => {
  expect(await decodeBody(gzipSync(Buffer.alloc(limit)), "gzip", limit)).toMatchObject({ ok: true });
});

test("a truncated or foreign body is corrupt", async () => {
  expect(await decodeBody(gzipSync(text).subarray(0, 15), "gzip", limit)).toMatchObject({ reason: "corrupt" });
  expect(await decodeBody(text, "br", limit)).toMatchObject({ reason: "corrupt" });
  expect(await decodeBody(new Uint8Array(), "gzip", limit)).toMatchObject({ reason: "corrupt" });
});
