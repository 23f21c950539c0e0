import { describe, expect, test } from "vitest";
import { exchangeOf } from "./exchange.fixture.ts";
import { exchangeKey } from "./exchangeKey.ts";

describe("the key of an exchange", () => {
  const event = (email: string, id: string, more = "") =>
    `{"data":{"type":"event","attributes":{"unique_id":"${id}","metric":{"data":{"type":"metric","attributes":{"name":"M"}}},"profile":{"data":{"type":"profile","attributes":{"email":"${email}"}}}${more}}}}`;
  const keyOf = (body: string, endpoint = "events", path = "/api/events") =>
    exchangeKey(exchangeOf({ endpoint, request: { method: "POST", path, headers: [], body } }));

  test("says whom and what a request is about, not how it says so", () => {
    expect(keyOf(event("a@example.com", "1", ',"properties":{"n":1}'))).toEqual(keyOf(event("a@example.com", "1")));
    expect(keyOf(event("a@example.com", "1"))).not.toEqual(keyOf(event("a@example.com", "2")));
    expect(keyOf(event("a@example.com", "1"))).not.toEqual(keyOf(event("b@example.com", "1")));
    expect(keyOf(event("a@example.com", "1")).endpoint).toBe("POST events");
  });

  test("holds no personal data", () => {
    expect(keyOf(event("a@example.com", "1")).identity).toMatch(/^[0-9a-f]{16}$/);
  });

  test("of a bulk request tells the profiles apart", () => {
    const job = (...emails: string[]) =>
      JSON.stringify({
        data: { attributes: { profiles: { data: emails.map((email) => ({ attributes: { email } })) } } },
      });
    const importKey = (...emails: string[]) => keyOf(job(...emails), "profile-bulk-import-jobs");
    expect(importKey("a", "b")).toEqual(importKey("a", "b"));
    expect(importKey("a", "b")).not.toEqual(importKey("a", "c"));
  });

  test("of an unsupported request is its path, query and body, and of a body that is no JSON the body", () => {
    expect(keyOf("", "lists", "/api/lists?page=1").endpoint).toBe("POST /api/lists");
    expect(keyOf("", "lists", "/api/lists?page=1")).not.toEqual(keyOf("", "lists", "/api/lists?page=2"));
    expect(keyOf("not json")).not.toEqual(keyOf("nor this"));
  });
});
