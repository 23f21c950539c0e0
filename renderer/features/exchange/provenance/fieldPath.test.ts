import { expect, test } from "vitest";
import { fieldPath } from "./fieldPath.ts";

test("the envelope is left out of a Klaviyo field", () => {
  const pointer = "/data/attributes/profile/data/attributes/phone_number";
  expect(fieldPath({ pane: "klaviyo-request", pointer })).toBe("profile.phone_number");
});

test("within properties every name counts", () => {
  const pointer = "/data/attributes/properties/data/a~1b";
  expect(fieldPath({ pane: "klaviyo-request", pointer })).toBe("properties.data.a/b");
});

test("the number of the call is left out of a native field", () => {
  expect(fieldPath({ pane: "native-request", pointer: "/0/profile/phone" })).toBe("profile.phone");
});

test("the root has a name too", () => {
  expect(fieldPath({ pane: "klaviyo-request", pointer: "/data" })).toBe("the whole body");
});
