import { expect, test } from "vitest";
import { z } from "zod";
import type { Exchange } from "../../../exchange/exchange.ts";
import { collected, inTurn } from "../../session/exchanges.fixture.ts";
import { sampleExchange } from "../sampleExchange.fixture.ts";
import { sampleSession as session } from "../sampleSession.fixture.ts";
import { harFormat } from "./harFormat.ts";

/** HAR 1.2 as its specification has it: members of our own start with "_". */
const pairs = z.array(z.strictObject({ name: z.string(), value: z.string() }));
const message = {
  httpVersion: z.string(),
  cookies: z.array(z.never()),
  headers: pairs,
  headersSize: z.int(),
  bodySize: z.int(),
};
const requestSchema = z.strictObject({
  ...message,
  method: z.string(),
  url: z.url(),
  queryString: pairs,
  postData: z
    .strictObject({ mimeType: z.string(), text: z.string(), _encoding: z.literal("base64").optional() })
    .optional(),
  _path: z.string().optional(),
});
const responseSchema = z.strictObject({
  ...message,
  status: z.int(),
  statusText: z.string(),
  content: z.strictObject({
    size: z.int(),
    mimeType: z.string(),
    text: z.string(),
    encoding: z.literal("base64").optional(),
  }),
  redirectURL: z.string(),
});
const entrySchema = z.strictObject({
  startedDateTime: z.iso.datetime(),
  time: z.number().nonnegative(),
  request: requestSchema,
  response: responseSchema,
  cache: z.strictObject({}),
  timings: z.strictObject({ send: z.number(), wait: z.number(), receive: z.number() }),
  _native: z.array(z.strictObject({ time: z.number(), request: requestSchema, response: responseSchema.nullable() })),
  _findings: z.array(z.unknown()),
  _exchange: z.strictObject({
    id: z.string(),
    seq: z.int(),
    endpoint: z.string(),
    origin: z.string(),
    parent: z.string().nullable(),
  }),
});
const harSchema = z.strictObject({
  log: z.strictObject({
    version: z.literal("1.2"),
    creator: z.strictObject({ name: z.string(), version: z.string() }),
    comment: z.string(),
    entries: z.array(entrySchema),
  }),
});

const context = {
  session,
  compatUrl: "http://localhost:8020/klaviyo/v1",
  nativeUrl: "https://api.example:8443/v1",
  version: "0.1.0",
  now: "",
};

async function entryOf(change: Partial<Exchange>): Promise<z.infer<typeof entrySchema>> {
  const chunks = await collected(harFormat.write(inTurn([sampleExchange(change)]), context));
  const { log } = harSchema.parse(JSON.parse(chunks.map(({ text }) => text).join("")));
  const [entry] = log.entries;
  if (!entry) throw new Error("There is no entry.");
  return entry;
}

test("an entry holds the Klaviyo side, and the native calls beside it", async () => {
  const { request, response, _native, time, timings } = await entryOf({});
  expect(request.url).toBe("http://localhost:8020/klaviyo/v1/api/profiles");
  expect(request.postData?.text).toBe('{"data":{"type":"profile","attributes":{"email":"ada@example.com"}}}');
  expect([response.status, response.content.text]).toEqual([201, '{"data":{"id":"prof_1"}}']);
  expect([time, timings.wait]).toEqual([9.5, 9.5]);
  expect(_native.map((call) => [call.request.url, call.response?.status])).toEqual([
    ["https://api.example:8443/v1/profiles", 201],
  ]);
});

test("an address that is no URI is escaped, with the path as it was sent beside it", async () => {
  const path = '/klaviyo/v1/api/profiles?fields[profile]=email&q="a b"%20+c&flag&é=%zz';
  const { request } = await entryOf({ request: { ...sampleExchange().request, path } });
  expect(request.url).toBe(
    "http://localhost:8020/klaviyo/v1/api/profiles?fields%5Bprofile%5D=email&q=%22a%20b%22%20+c&flag&%C3%A9=%zz",
  );
  expect(request._path).toBe(path);
  expect(request.queryString).toEqual([
    { name: "fields[profile]", value: "email" },
    { name: "q", value: '"a b"  c' },
    { name: "flag", value: "" },
    { name: "é", value: "%zz" },
  ]);
});

test("bytes that are not text are base64 and counted as bytes", async () => {
  const body = { base64: "/wD+AA==" };
  const { request, response } = await entryOf({
    request: { ...sampleExchange().request, body },
    response: { status: 200, headers: [], body },
  });
  expect(request.postData).toEqual({ mimeType: "application/json", text: "/wD+AA==", _encoding: "base64" });
  expect(request.bodySize).toBe(4);
  expect(response.content).toEqual({ size: 4, mimeType: "x-unknown", text: "/wD+AA==", encoding: "base64" });
});

test("a size counts bytes, not characters", async () => {
  const { request } = await entryOf({ request: { ...sampleExchange().request, body: '"é🎉"' } });
  expect(request.bodySize).toBe(8);
});

test("a request that was never answered has status 0", async () => {
  const { response } = await entryOf({ response: null });
  expect([response.status, response.bodySize, response.content.size]).toEqual([0, -1, 0]);
});
