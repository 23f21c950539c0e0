import { expect, test } from "vitest";
import { sampleExchange } from "../sampleExchange.fixture.ts";
import { findVolatile } from "./findVolatile.ts";

function foundIn(body: object | string, native?: string): string[] {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const exchange = sampleExchange({ response: { status: 200, headers: [], body: text } });
  const calls = exchange.native.map((call) => ({ ...call, request: { ...call.request, body: native ?? "{}" } }));
  return findVolatile({ ...exchange, native: calls });
}

test("the id, the times and each link of a profile may differ, and nothing of the person", () => {
  const answer = {
    data: {
      id: "prof_1",
      attributes: { email: "ada@example.com", created: "2026", updated: "2026", last_event_date: null },
      relationships: { lists: { links: { self: "http://a", related: "http://b" } } },
      links: { self: "http://c" },
    },
    links: { self: "http://d" },
  };
  expect(foundIn(answer)).toEqual([
    "/data/id",
    "/data/attributes/created",
    "/data/attributes/updated",
    "/links/self",
    "/data/links/self",
    "/data/relationships/lists/links/self",
    "/data/relationships/lists/links/related",
  ]);
});

test("the time of an event may differ only where the request names none", () => {
  const answer = { data: { attributes: { time: "2026-06-01T12:00:00Z" } } };
  expect(foundIn(answer, '{"event_type":"a"}')).toEqual(["/data/attributes/time"]);
  expect(foundIn(answer, '{"event_type":"a","occurred_at":"2026-06-01T12:00:00Z"}')).toEqual([]);
});

test("each error has the id of its request, and may name a profile", () => {
  expect(foundIn({ errors: [{ id: "a" }, { id: "b", meta: { duplicate_profile_id: "prof_1" } }] })).toEqual([
    "/errors/0/id",
    "/errors/1/id",
    "/errors/1/meta/duplicate_profile_id",
  ]);
});

test("names that every object has are not found in one that lacks them, and odd names are escaped", () => {
  const relationships = '{"a/b~c":{"links":{"self":"x"}},"__proto__":{"links":{"self":"y"}}}';
  expect(foundIn(`{"data":{"relationships":${relationships}}}`)).toEqual([
    "/data/relationships/a~1b~0c/links/self",
    "/data/relationships/__proto__/links/self",
  ]);
});

test("an answer that is not JSON has none", () => {
  expect(foundIn("data: gone")).toEqual([]);
  expect(findVolatile(sampleExchange({ response: null }))).toEqual([]);
});
