import { expect, test } from "vitest";
import { z } from "zod";
import type { Exchange } from "../../../exchange/exchange.ts";
import { collected, inTurn } from "../../session/exchanges.fixture.ts";
import { sampleExchange } from "../sampleExchange.fixture.ts";
import { sampleSession as session } from "../sampleSession.fixture.ts";
import { wiremockFormat } from "./wiremockFormat.ts";

type NativeCall = Exchange["native"][number];

const context = { session, compatUrl: "", nativeUrl: "", version: "0.1.0", now: "" };

const mappingSchema = z.object({
  scenarioName: z.string(),
  requiredScenarioState: z.string().optional(),
  newScenarioState: z.string(),
  priority: z.int().optional(),
  request: z.strictObject({
    method: z.string(),
    url: z.string(),
    bodyPatterns: z.array(z.record(z.string(), z.union([z.string(), z.boolean()]))).optional(),
  }),
  response: z.record(z.string(), z.unknown()),
});
type Mapping = z.infer<typeof mappingSchema>;

function call(body: Exchange["request"]["body"], response: NativeCall["response"]): NativeCall {
  return { request: { method: "POST", path: "/v1/events", headers: [], body }, response, durationMs: 1 };
}

async function mappingsOf(...native: NativeCall[]): Promise<Mapping[]> {
  const chunks = await collected(wiremockFormat.write(inTurn([sampleExchange({ native })]), context));
  return chunks.map(({ text }) => mappingSchema.parse(JSON.parse(text)));
}

/** What WireMock does with scenarios: of the stubs whose state fits, the one of the highest priority (lowest number, 5 by default). */
function answersInTurn(mappings: readonly Mapping[], times: number): unknown[] {
  let state = "Started";
  return Array.from({ length: times }, () => {
    const fitting = mappings.filter(
      ({ requiredScenarioState: required }) => required === undefined || required === state,
    );
    const [served] = fitting.toSorted((a, b) => (a.priority ?? 5) - (b.priority ?? 5));
    state = served?.newScenarioState ?? state;
    return served?.response.status;
  });
}

const answer = (status: number): NativeCall["response"] => ({ status, headers: [], body: "{}" });

test("a request that had several answers gets them in turn, and then from the start again", async () => {
  const mappings = await mappingsOf(
    call('{"a":1}', answer(429)),
    call('{"a":1}', answer(500)),
    call('{"a":1}', answer(201)),
  );
  expect(answersInTurn(mappings, 5)).toEqual([429, 500, 201, 429, 500]);
});

test("a request that had one answer gets it each time", async () => {
  expect(answersInTurn(await mappingsOf(call("{}", answer(201))), 3)).toEqual([201, 201, 201]);
});

test("different requests are stubs of their own, and so is the same text as bytes", async () => {
  const names = (
    await mappingsOf(call("a", answer(201)), call("b", answer(201)), call({ base64: "YQ==" }, answer(201)))
  ).map(({ scenarioName }) => scenarioName);
  expect(new Set(names).size).toBe(3);
});

test("JSON is matched by its meaning, text and bytes as they are, and numbers are not rounded", async () => {
  const mappings = await mappingsOf(
    call('{"n":9007199254740993}', answer(201)),
    call("{nope", answer(400)),
    call({ base64: "/wD+" }, answer(400)),
    call("", answer(400)),
  );
  expect(mappings.map(({ request }) => request.bodyPatterns)).toEqual([
    [{ equalToJson: '{"n":9007199254740993}', ignoreArrayOrder: false, ignoreExtraElements: false }],
    [{ equalTo: "{nope" }],
    [{ binaryEqualTo: "/wD+" }],
    undefined,
  ]);
});

test("an answer keeps repeated headers and bytes; where none came, the connection breaks", async () => {
  const headers: Exchange["request"]["headers"] = [
    ["X-Tag", "a"],
    ["x-tag", "b"],
    ["Content-Length", "3"],
  ];
  const mappings = await mappingsOf(call("a", { status: 200, headers, body: { base64: "/wD+" } }), call("b", null));
  expect(mappings.map(({ response }) => response)).toEqual([
    { status: 200, headers: { "X-Tag": ["a", "b"] }, base64Body: "/wD+" },
    { fault: "EMPTY_RESPONSE" },
  ]);
});
