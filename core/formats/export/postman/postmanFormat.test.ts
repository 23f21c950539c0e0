import { expect, test } from "vitest";
import { z } from "zod";
import type { Exchange } from "../../../exchange/exchange.ts";
import { collected, inTurn } from "../../session/exchanges.fixture.ts";
import { sampleExchange } from "../sampleExchange.fixture.ts";
import { sampleSession as session } from "../sampleSession.fixture.ts";
import { postmanFormat } from "./postmanFormat.ts";

const header = z.array(z.strictObject({ key: z.string(), value: z.string() }));
const requestSchema = z.strictObject({
  method: z.string(),
  header,
  body: z
    .discriminatedUnion("mode", [
      z.strictObject({
        mode: z.literal("raw"),
        raw: z.string(),
        options: z.strictObject({ raw: z.strictObject({ language: z.enum(["json", "text"]) }) }),
      }),
      z.strictObject({ mode: z.literal("file"), file: z.strictObject({ content: z.string() }) }),
    ])
    .optional(),
  url: z.strictObject({
    raw: z.string(),
    host: z.tuple([z.literal("{{baseUrl}}")]),
    path: z.array(z.string()),
    query: z.array(z.strictObject({ key: z.string(), value: z.string().nullable() })).optional(),
  }),
  description: z.string().optional(),
});
const collectionSchema = z.strictObject({
  info: z.strictObject({
    name: z.string(),
    description: z.string(),
    schema: z.literal("https://schema.getpostman.com/json/collection/v2.1.0/collection.json"),
  }),
  item: z.array(
    z.strictObject({
      name: z.string(),
      request: requestSchema,
      response: z.array(
        z.strictObject({
          name: z.string(),
          originalRequest: requestSchema,
          code: z.int(),
          status: z.string(),
          _postman_previewlanguage: z.string(),
          header,
          cookie: z.array(z.never()),
          responseTime: z.number(),
          body: z.string(),
          _encoding: z.literal("base64").optional(),
        }),
      ),
    }),
  ),
  variable: z.array(
    z.strictObject({
      key: z.string(),
      value: z.string(),
      type: z.literal("string"),
      description: z.string().optional(),
    }),
  ),
});

const context = { session, compatUrl: "http://localhost:8020/klaviyo/v1", nativeUrl: "", version: "0.1.0", now: "" };

async function collectionOf(...exchanges: Exchange[]): Promise<z.infer<typeof collectionSchema>> {
  const chunks = await collected(postmanFormat.write(inTurn(exchanges), context));
  return collectionSchema.parse(JSON.parse(chunks.map(({ text }) => text).join("")));
}

test("an item sends what was recorded to the address and with the key of its variables", async () => {
  const { item, variable, info } = await collectionOf(sampleExchange());
  expect(info.name).toBe("Checkout");
  expect(item[0]?.request.url.raw).toBe("{{baseUrl}}/klaviyo/v1/api/profiles");
  expect(item[0]?.request.header).toEqual([
    { key: "Authorization", value: "Klaviyo-API-Key {{apiKey}}" },
    { key: "Content-Type", value: "application/json" },
  ]);
  expect(variable.map(({ key, value }) => [key, value])).toEqual([
    ["baseUrl", "http://localhost:8020"],
    ["apiKey", ""],
  ]);
});

test("the recorded answer is a saved example; without one there is none", async () => {
  const { item } = await collectionOf(sampleExchange(), sampleExchange({ response: null }));
  expect(item.map(({ response }) => response.map(({ code, body }) => [code, body]))).toEqual([
    [[201, '{"data":{"id":"prof_1"}}']],
    [],
  ]);
});

test("each key has a variable", async () => {
  const withKey = (fingerprint: string): Exchange => {
    const { request } = sampleExchange();
    return sampleExchange({ request: { ...request, headers: [["Authorization", `Bearer ${fingerprint}`]] } });
  };
  const { variable } = await collectionOf(withKey("ps_test_#000000000001"), withKey("ps_test_#000000000002"));
  expect(variable.map(({ key }) => key)).toEqual(["baseUrl", "apiKey", "apiKey2"]);
});

test("an address is in parts as well, with a query of any form", async () => {
  const { request } = sampleExchange();
  const { item } = await collectionOf(
    sampleExchange({ request: { ...request, path: "/a/b?fields[x]=1=2&flag&q=a?b" } }),
  );
  expect(item[0]?.request.url).toEqual({
    raw: "{{baseUrl}}/a/b?fields[x]=1=2&flag&q=a?b",
    host: ["{{baseUrl}}"],
    path: ["a", "b"],
    query: [
      { key: "fields[x]", value: "1=2" },
      { key: "flag", value: null },
      { key: "q", value: "a?b" },
    ],
  });
});

test("what Postman would change or cannot send is said", async () => {
  const { request } = sampleExchange();
  const bodies = [{ base64: "/wD+" }, '{"a":"{{$guid}}"}', '{"a":"{{apiKey}}"}', '{"a":"{{ first_name }}"}'];
  const { item } = await collectionOf(...bodies.map((body) => sampleExchange({ request: { ...request, body } })));
  expect(item.map(({ request: { description } }) => description)).toEqual([
    "The body is not text: choose a file with the bytes that its base64 stands for.",
    "Recorded as text, but filled in by Postman, which has no escape: {{$guid}}. Curl sends it as it was.",
    "Recorded as text, but filled in by Postman, which has no escape: {{apiKey}}. Curl sends it as it was.",
    "Recorded as text, and sent as it is unless Postman has a variable of this name: {{ first_name }}.",
  ]);
});

test("a text that looks like a variable is told wherever it stands, once, and a key's own variable is not", async () => {
  const headers: [string, string][] = [
    ["Authorization", "Klaviyo-API-Key ps_test_#1b0d223d3c31"],
    ["X-Template", "{{ a }}"],
  ];
  const names = ["b", "c", "d", "e", "f", "b"].map((name) => `{{${name}}}`).join("{ {x} }");
  const request = { method: "POST", path: "/a?key=ps_test_#1b0d223d3c31&t={{a}}", headers, body: names };
  const { item } = await collectionOf(sampleExchange({ request }));
  expect(item[0]?.request.description).toBe(
    "Recorded as text, and sent as it is unless Postman has a variable of this name: {{a}}, {{ a }}, {{b}}, {{c}}, {{d}}, 2 more.",
  );
});
