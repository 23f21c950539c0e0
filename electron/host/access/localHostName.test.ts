import { expect, test } from "vitest";
import { isLocalHostName } from "./localHostName.ts";

test.each([
  "localhost",
  "localhost:8020",
  "LOCALHOST.",
  "127.0.0.1:8020",
  "[::1]:8020",
  "workbench:8020",
  "shop.localhost:8020",
  "host.docker.internal:8020",
  "a.klaviyo.com",
  "",
  undefined,
])("answers for %s", (host) => {
  expect(isLocalHostName(host)).toBe(true);
});

test.each([
  "evil.example",
  "a.klaviyo.com.evil.example",
  "www.klaviyo.com",
  "evil.example:8020",
  "localhost.evil.example",
  "127.0.0.1.nip.io",
  "a.internal.example",
  "1.2.3.4.5",
])("does not answer for %s", (host) => {
  expect(isLocalHostName(host)).toBe(false);
});
