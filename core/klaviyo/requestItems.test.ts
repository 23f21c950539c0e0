import { expect, test } from "vitest";
import { valueAt } from "../json/pointer.ts";
import { countItems, itemAt, itemIndexAt, listItems } from "./requestItems.ts";
import { requestTemplates } from "./templates.ts";

const body = (id: string) => requestTemplates.find((template) => template.id === id)?.body ?? {};

test("the items of a bulk event request are its entries, each one profile with its events", () => {
  expect(listItems("event-bulk-create-jobs", body("bulk-events"))).toEqual([
    {
      index: 0,
      pointer: "/data/attributes/events-bulk-create/data/0",
      title: "Placed Order and 1 more",
      subject: "jane.doe@example.com",
    },
    {
      index: 1,
      pointer: "/data/attributes/events-bulk-create/data/1",
      title: "Placed Order",
      subject: "sam.lee@example.com",
    },
  ]);
});

test("the items of an import are its profiles, and their pointers lead to them", () => {
  const document = body("bulk-import");
  const items = listItems("profile-bulk-import-jobs", document);
  expect(items.map(({ title, subject }) => [title, subject])).toEqual([
    ["Jane", "jane.doe@example.com"],
    ["+15005550007", ""],
    ["Lee", "cust_125"],
  ]);
  expect(valueAt(document, items[2]?.pointer ?? "")).toMatchObject({ attributes: { external_id: "cust_125" } });
});

test("any other request is its own and only item", () => {
  expect(countItems("events", body("placed-order"))).toBe(1);
  expect(itemAt("events", body("placed-order"), 0)).toEqual({
    index: 0,
    pointer: "",
    title: "Placed Order",
    subject: "jane.doe@example.com",
  });
  expect(itemAt("events", body("placed-order"), 1)).toBeUndefined();
});

test("counts the items of a bulk request, and takes one that is none for a single item", () => {
  expect(countItems("event-bulk-create-jobs", body("bulk-events-100"))).toBe(100);
  expect(countItems("profile-bulk-import-jobs", { data: 1 })).toBe(1);
});

test("a field is part of the item that it stands in", () => {
  const pointer = "/data/attributes/profiles/data/17/attributes/email";
  expect(itemIndexAt("profile-bulk-import-jobs", pointer)).toBe(17);
  expect(itemIndexAt("profile-bulk-import-jobs", "/data/attributes/profiles/data/0")).toBe(0);
});

test("a field outside of the items, or of a request without items, is part of none", () => {
  expect(itemIndexAt("profile-bulk-import-jobs", "/data/type")).toBeUndefined();
  expect(itemIndexAt("events", "/data/attributes/profile")).toBeUndefined();
});
