import { expect, test } from "vitest";
import { redactHeaders, redactPath } from "./secrets.ts";

const key = `ps_test_${"a1".repeat(16)}`;
const fingerprint = (secret: string): string => `${secret.startsWith("ps_test_") ? "ps_test_" : "key_"}#0123456789ab`;

test.each([
  ["Authorization", `Klaviyo-API-Key ${key}`, "Klaviyo-API-Key ps_test_#0123456789ab"],
  ["authorization", `Bearer   ${key}`, "Bearer ps_test_#0123456789ab"],
  ["AUTHORIZATION", "Basic dXNlcjpwYXNz", "Basic key_#0123456789ab"],
  ["Authorization", "nonsense", "key_#0123456789ab"],
  ["Authorization", 'Digest username="ada", response="6629"', "Digest key_#0123456789ab"],
  ["Proxy-Authorization", "Basic dXNlcjpwYXNz", "Basic key_#0123456789ab"],
  ["Cookie", "session=secret; theme=dark", "key_#0123456789ab"],
  ["Set-Cookie", "session=secret; HttpOnly", "key_#0123456789ab"],
  ["X-Api-Key", "anything", "key_#0123456789ab"],
  ["X-Forwarded-For-Key", `first ${key}, then`, "first ps_test_#0123456789ab, then"],
  ["X-Debug", "pk_1234567890abcdef", "key_#0123456789ab"],
])("%s: %s is kept as %s", (name, value, kept) => {
  expect(redactHeaders([[name, value]], fingerprint)).toEqual([[name, kept]]);
});

test.each([
  ["User-Agent", "klaviyo-api-node/23.0.0"],
  ["X-Task", "risk_assessment_of_the_year"],
  ["Authorization", ""],
])("%s: %s has no secret and stays", (name, value) => {
  expect(redactHeaders([[name, value]], fingerprint)).toEqual([[name, value]]);
});

test("a header that holds a fingerprint already keeps it", () => {
  const headers: [string, string][] = [["Authorization", "Bearer ps_test_#3f9a1c0b77de"]];
  expect(redactHeaders(headers, fingerprint)).toEqual(headers);
});

test("order, case and repetition of header lines stay", () => {
  const headers: [string, string][] = [
    ["B", "1"],
    ["a", "2"],
    ["B", "3"],
  ];
  expect(redactHeaders(headers, fingerprint)).toEqual(headers);
});

test.each([
  [`/api/events?api_key=${key}&a=1`, "/api/events?api_key=ps_test_%230123456789ab&a=1"],
  [`/api/events?x=${key}`, "/api/events?x=ps_test_%230123456789ab"],
  [`/api/${key}/events`, "/api/ps_test_%230123456789ab/events"],
  [`/api/events?q=ps%5Ftest%5F${"a1".repeat(16)}`, "/api/events?q=ps_test_%230123456789ab"],
  ["/api/events?api_key=ps_test_%230123456789ab", "/api/events?api_key=ps_test_%230123456789ab"],
  ["/api/events?token=abc?d", "/api/events?token=key_%230123456789ab"],
])("the path %s is kept as %s", (path, kept) => {
  expect(redactPath(path, fingerprint)).toBe(kept);
});

test.each([
  "/klaviyo/v1//api/events/",
  "/api/profiles?additional-fields%5Bprofile%5D=subscriptions",
  "/?",
  "/api?key=",
  "/api/events?q=50%&a=%E4%BD%A0",
])("the path %s has no secret and stays", (path) => {
  expect(redactPath(path, fingerprint)).toBe(path);
});
