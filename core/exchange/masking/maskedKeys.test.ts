import { describe, expect, test } from "vitest";
import type { Headers } from "../exchange.ts";
import { createLeakScanner } from "./createLeakScanner.ts";
import { maskedBody, masker, withRequest } from "./masker.fixture.ts";

const postscript = "ps_test_3fA9c1B07dE5fA9c1B07dE5fA9c1B07d";
const klaviyo = "pk_3fa9c1b07de5fa9c1b07de5fa9c1b07de5";

function masked(body: object): Record<string, unknown> {
  return JSON.parse(String(maskedBody(JSON.stringify(body))));
}

function headersAfter(headers: Headers): Headers {
  return masker().mask(withRequest("", { headers })).request.headers;
}

describe("a key in a body", () => {
  test("becomes a key of the same form that says that it is none", () => {
    expect(masked({ a: postscript, b: `Klaviyo-API-Key ${klaviyo}`, c: "sk_live_0123456789" })).toEqual({
      a: expect.stringMatching(/^ps_test_masked[A-Za-z0-9]{26}$/),
      b: expect.stringMatching(/^Klaviyo-API-Key pk_00000000[0-9a-f]{26}$/),
      c: expect.stringMatching(/^sk_live_(?!0123456789)\d{10}$/),
    });
  });

  test.each([
    ["text", (key: string) => `Sent with ${key}.`],
    ["JSON in a JSON string", (key: string) => JSON.stringify(JSON.stringify({ key }))],
    ["JSON escapes", (key: string) => JSON.stringify(key).replaceAll("_", "\\u005f")],
    ["an address", (key: string) => `https://shop.test/hook?k=${key.replaceAll("_", "%5F")}&a=1`],
    ["base64", (key: string) => Buffer.from(`user:${key}`).toString("base64")],
    ["a form", (key: string) => `a=1&api_key=${key}`],
    ["a name of a member", (key: string) => JSON.stringify({ [key]: 1 })],
    ["bytes that are no text", (key: string) => ({ base64: Buffer.from(`\xff ${key}`, "latin1").toString("base64") })],
  ])("is replaced in %s, and found there when it is left", async (_place, write) => {
    for (const key of [postscript, klaviyo]) {
      const made = masker();
      const exchange = withRequest(write(key));
      const after = JSON.stringify(made.mask(exchange));
      expect(after).not.toContain(key.slice(3));
      const scanner = createLeakScanner(made.originals());
      expect(await scanner.scan([JSON.stringify(exchange)], "f")).toContainEqual(
        expect.objectContaining({ kind: "key" }),
      );
      expect(await scanner.scan([after], "f")).toEqual([]);
    }
  });

  test("is the same one wherever it stands, and two keys stay two", () => {
    const other = postscript.replace("3fA9", "4fA9");
    const { a, b, c } = masked({ a: postscript, b: `Bearer ${postscript}`, c: other });
    expect(b).toBe(`Bearer ${String(a)}`);
    expect(c).not.toBe(a);
  });

  test("stays when it is the fingerprint of one, or when a pattern keeps it", () => {
    const body = { api_key: "ps_test_#3f9a1c0b77de", note: "by ps_test_#3f9a1c0b77de" };
    expect(masked(body)).toEqual(body);
    const kept = JSON.stringify({ a: postscript, note: `by ${postscript}` });
    expect(maskedBody(kept, { keep: ["/a"] })).toBe(kept);
  });
});

describe("secrets by their names", () => {
  test.each([
    ["password", "hunter22"],
    ["userPassword", "correct horse"],
    ["client_secret", "8f2c-Xy"],
    ["accessToken", "eyJhbGciOi.x"],
    ["refresh_token", "1//0abc"],
    ["api_key", "AbC123"],
    ["session_id", "63f64a2b-c6bf-40c7-b81f-bed08162edbe"],
    ["sessionid", 1234567890],
  ])("the value of %s is replaced by one of its shape", (name, value) => {
    const after = masked({ data: { [name]: value } }).data;
    expect(after).not.toEqual({ [name]: value });
    expect(after).toEqual({ [name]: expect.any(typeof value === "string" ? String : Number) });
    expect(JSON.stringify(after)).toHaveLength(JSON.stringify({ [name]: value }).length);
  });

  test.each(["X-Session-Token", "X-Hook-Secret", "X-Password", "X-Auth-User", "x-authorization"])(
    "the header %s is replaced",
    (name) => {
      expect(headersAfter([[name, "Ab12cd34"]])).toEqual([[name, expect.stringMatching(/^(?!Ab12)[A-Z][a-z]\d\d/)]]);
    },
  );

  test("headers and parameters that hold fingerprints, and authors, stay", () => {
    const headers: Headers = [
      ["X-Api-Key", "ps_test_#3f9a1c0b77de"],
      ["X-Session-Token", "ps_test_#3f9a1c0b77de"],
      ["X-Author", "nobody"],
    ];
    expect(headersAfter(headers)).toEqual(headers);
    const path = "/api/events?api_key=ps_test_%233f9a1c0b77de";
    expect(masker().mask(withRequest("", { path })).request.path).toBe(path);
  });

  test("a word in the place of a secret is masked there and not looked for elsewhere", () => {
    expect(masked({ password: "required", note: "A password is required" })).toEqual({
      password: expect.stringMatching(/^(?!required)[a-z]{8}$/),
      note: "A password is required",
    });
  });
});
