import { expect, test } from "vitest";
import { recordedOrigin } from "./recordedOrigin.ts";

test.each([
  ["one port, whichever name it was called by", ["localhost:9000", "127.0.0.1:9000", "[::1]:9000", "LOCALHOST:9000"]],
  ["one port beside names of other machines", ["a.klaviyo.com", "localhost:9000", "workbench:8020"]],
])("%s is where it was recorded", (_what, hosts) => {
  expect(recordedOrigin(hosts)).toBe("http://localhost:9000");
});

test.each([
  ["several ports", ["localhost:8020", "localhost:9000"]],
  ["names of other machines", ["a.klaviyo.com", "shop.example:9000", "localhost.evil.example:9000"]],
  ["a name without a port", ["localhost"]],
  ["what is no address", ["localhost:9000/x", "localhost:'; rm -rf /", ""]],
  ["nothing", []],
])("%s tell of no one place", (_what, hosts) => {
  expect(recordedOrigin(hosts)).toBeUndefined();
});
