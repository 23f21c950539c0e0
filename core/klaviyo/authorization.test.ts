import { expect, test } from "vitest";
import { invalidKey, readAuthorization } from "./authorization.ts";

const key = `ps_test_${"0aZ9".repeat(8)}`;

test.each([
  [`Klaviyo-API-Key ${key}`, "Klaviyo-API-Key"],
  [`Bearer ${key}`, "Bearer"],
  [`bearer   ${key} `, "Bearer"],
  [`KLAVIYO-API-KEY ${key.replace("test", "live")}`, "Klaviyo-API-Key"],
])("takes %s", (header, scheme) => {
  expect(readAuthorization(header)).toMatchObject({ ok: true, scheme });
});

test.each([
  [undefined, "missing-key"],
  ["  ", "missing-key"],
  ["Basic dXNlcjpwYXNz", "malformed-authorization"],
  [key, "malformed-authorization"],
  [`Bearer ${key} ${key}`, "malformed-authorization"],
  ["Klaviyo-API-Key", "invalid-key"],
  ["Klaviyo-API-Key pk_0123456789abcdef0123456789abcdef01", "invalid-key"],
  [`Klaviyo-API-Key ${key.slice(0, -1)}`, "invalid-key"],
  [`Klaviyo-API-Key ${key}0`, "invalid-key"],
  [`Bearer ${key.replace("test", "prod")}`, "invalid-bearer"],
])("refuses %s as %s", (header, code) => {
  expect(readAuthorization(header)).toMatchObject({ ok: false, problem: { code } });
});

test("a well-formed key that nobody knows is refused in the words of its scheme", () => {
  expect(invalidKey("Bearer").code).toBe("invalid-bearer");
  expect(invalidKey("Klaviyo-API-Key").code).toBe("invalid-key");
});
