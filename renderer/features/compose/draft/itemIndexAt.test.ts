import { expect, test } from "vitest";
import { itemIndexAt } from "./itemIndexAt.ts";

test("a field is part of the item that it stands in", () => {
  const pointer = "/data/attributes/profiles/data/17/attributes/email";
  expect(itemIndexAt("profile-bulk-import-jobs", pointer)).toBe(17);
  expect(itemIndexAt("profile-bulk-import-jobs", "/data/attributes/profiles/data/0")).toBe(0);
});

test("a field outside of the items, or of a request without items, is part of none", () => {
  expect(itemIndexAt("profile-bulk-import-jobs", "/data/type")).toBeUndefined();
  expect(itemIndexAt("events", "/data/attributes/profile")).toBeUndefined();
  expect(itemIndexAt(undefined, "/data")).toBeUndefined();
});
