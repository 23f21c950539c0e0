import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isJsonArray,
  isJsonObject,
  isRawNumber,
  type Json,
  type JsonObject,
  parseJson,
  stringifyJson,
} from "../../json/json.ts";
import { type EndpointId, endpointIds, isEndpointId } from "../../klaviyo/endpoints.ts";
import { readRequest } from "../../klaviyo/readRequest.ts";
import { anyRequest } from "../../translation/documents.fixture.ts";
import { translate } from "../../translation/translate.ts";
import type { Exchange } from "../exchange.ts";
import { createMasker } from "./createMasker.ts";
import { eventExchange } from "./exchange.fixture.ts";
import { person } from "./people.fixture.ts";

const now = "2026-01-15T10:31:02.000Z";

function read(text: string): Json {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}

function native(endpoint: EndpointId, document: Json): string[] {
  return translate(endpoint, document, { metrics: {}, now }).native.map(({ body }) => stringifyJson(body));
}

/** An exchange as it would be recorded: the request, and the native calls that it makes. */
function recorded(endpoint: EndpointId, body: string): Exchange {
  const request = { method: "POST", path: `/klaviyo/v1/api/${endpoint}`, headers: [], body };
  const calls = native(endpoint, read(body)).map((text) => ({
    request: { method: "POST", path: "/v1/events", headers: [], body: text },
    response: null,
    durationMs: 1,
  }));
  return eventExchange({ endpoint, request, native: calls, response: null });
}

function masked(endpoint: EndpointId, body: string): Exchange {
  return createMasker({ secret: "s", keep: [], add: [] }).mask(recorded(endpoint, body));
}

/** What the compat surface says of a body: whether it takes it, and the codes of its findings in their order. */
function verdict(endpoint: EndpointId, body: string): string[] {
  const { ok, findings } = readRequest(endpoint, new TextEncoder().encode(body), now);
  return [ok ? "taken" : "refused", ...findings.map(({ code }) => code)];
}

function fixtures(): { name: string; endpoint: EndpointId; body: string }[] {
  return ["valid", "invalid"].flatMap((kind) => {
    const folder = `${import.meta.dirname}/../../klaviyo/fixtures/${kind}`;
    return readdirSync(folder).flatMap((name) => {
      const fixture = read(readFileSync(`${folder}/${name}`, "utf8"));
      if (!isJsonObject(fixture) || typeof fixture.endpoint !== "string" || !isEndpointId(fixture.endpoint)) return [];
      const { endpoint, body, text } = fixture;
      const written = body === undefined ? text : stringifyJson(body);
      return typeof written === "string" && parseJson(written).ok ? [{ name, endpoint, body: written }] : [];
    });
  });
}

test.each(fixtures())("$name is taken or refused as before when it is masked", ({ endpoint, body }) => {
  expect(verdict(endpoint, String(masked(endpoint, body).request.body))).toEqual(verdict(endpoint, body));
});

/** The document with short numbers for the long ones, which the schemas take for objects as well. */
function withShortNumbers(document: Json): Json {
  if (isRawNumber(document)) return 7;
  if (isJsonArray(document)) return document.map(withShortNumbers);
  if (!isJsonObject(document)) return document;
  return Object.fromEntries(Object.entries(document).map(([name, value]) => [name, withShortNumbers(value)]));
}

test("any document is taken or refused as before when it is masked", () => {
  fc.assert(
    fc.property(anyRequest, ({ endpoint, document }) => {
      const body = stringifyJson(withShortNumbers(document));
      expect(verdict(endpoint, String(masked(endpoint, body).request.body))).toEqual(verdict(endpoint, body));
    }),
  );
});

function profileOf(attributes: object): JsonObject {
  const made = read(JSON.stringify({ type: "profile", attributes }));
  if (!isJsonObject(made)) throw new Error("No profile was made.");
  return made;
}

/** A request of each endpoint about people. */
function requestAbout(endpoint: EndpointId, people: readonly object[]): JsonObject {
  const profiles = people.map(profileOf);
  const [profile = {}] = profiles;
  const metric = { data: { type: "metric", attributes: { name: "Placed Order" } } };
  const event = { type: "event", attributes: { metric, properties: { note: stringifyJson(people.length) } } };
  const entries = profiles.map((data) => ({
    type: "event-bulk-create",
    attributes: { profile: { data }, events: { data: [event] } },
  }));
  const documents: Record<EndpointId, JsonObject> = {
    events: { type: "event", attributes: { ...event.attributes, profile: { data: profile } } },
    "event-bulk-create-jobs": {
      type: "event-bulk-create-job",
      attributes: { "events-bulk-create": { data: entries } },
    },
    profiles: profile,
    "profile-bulk-import-jobs": { type: "profile-bulk-import-job", attributes: { profiles: { data: profiles } } },
  };
  return { data: documents[endpoint] };
}

describe("a masked request about people", () => {
  const about = fc.tuple(fc.constantFrom(...endpointIds), fc.array(person, { minLength: 1, maxLength: 3 }));

  test("is taken with the same findings", () => {
    fc.assert(
      fc.property(about, ([endpoint, people]) => {
        const body = stringifyJson(requestAbout(endpoint, people));
        const after = String(masked(endpoint, body).request.body);
        expect(after).not.toBe(body);
        expect(verdict(endpoint, body)).toEqual(["taken"]);
        expect(verdict(endpoint, after)).toEqual(["taken"]);
      }),
    );
  });

  test("translates to the masked native calls", () => {
    fc.assert(
      fc.property(about, ([endpoint, people]) => {
        const exchange = masked(endpoint, stringifyJson(requestAbout(endpoint, people)));
        const calls = exchange.native.map(({ request }) => request.body);
        expect(native(endpoint, read(String(exchange.request.body)))).toEqual(calls);
      }),
    );
  });
});
