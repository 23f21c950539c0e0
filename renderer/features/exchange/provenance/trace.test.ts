import { expect, test } from "vitest";
import type { Link, Pane, Place } from "../../../../core/translation/link.ts";
import { traceOf } from "./trace.ts";

const place = (pane: Pane, pointer: string): Place => ({ pane, pointer });
const link = (from: Place, to: Place, rule: string): Link => ({ from, to, rule });

const phone = place("klaviyo-request", "/data/attributes/profile/data/attributes/phone_number");
const nativePhone = place("native-request", "/0/profile/phone");
const answeredPhone = place("native-response", "/0/phone");
const email = place("klaviyo-request", "/data/attributes/profile/data/attributes/email");
const nativeEmail = place("native-request", "/0/profile/email");
const tags = place("klaviyo-request", "/data/attributes/properties/tags");
const nativeTags = place("native-request", "/0/properties/tags");

const links = [
  link(phone, nativePhone, "phone"),
  link(email, nativeEmail, "email"),
  link(nativePhone, answeredPhone, "answer"),
  link(tags, nativeTags, "properties"),
];
const pointersOf = (start: Place) => traceOf(links, start).places.map(({ pointer }) => pointer);

test("a field of the request is followed to its native field and on to the answer", () => {
  expect(pointersOf(phone)).toEqual([phone.pointer, nativePhone.pointer, answeredPhone.pointer]);
  expect(traceOf(links, phone).links.map(({ rule }) => rule)).toEqual(["phone", "answer"]);
});

test("a field of the answer is followed back to where it came from, the steps in the order of the flow", () => {
  expect(pointersOf(answeredPhone)).toEqual([answeredPhone.pointer, nativePhone.pointer, phone.pointer]);
  expect(traceOf(links, answeredPhone).links.map(({ rule }) => rule)).toEqual(["phone", "answer"]);
});

test("an object lights up the ways of its members, and only theirs", () => {
  expect(pointersOf(place("native-request", "/0/profile"))).toEqual([
    "/0/profile",
    phone.pointer,
    email.pointer,
    answeredPhone.pointer,
  ]);
});

test("the type of a resource belongs to the native object and is the source of none of its fields", () => {
  const type: Link = {
    ...link(place("klaviyo-request", "/data/type"), place("native-request", "/0"), "type"),
    isStructure: true,
  };
  expect(traceOf([type, ...links], nativePhone).places).not.toContainEqual(type.from);
  expect(traceOf([type, ...links], type.from).places).toContainEqual(type.to);
});

test("an item within a list that was carried whole follows the list", () => {
  expect(pointersOf(place("klaviyo-request", `${tags.pointer}/3`))).toEqual([`${tags.pointer}/3`, nativeTags.pointer]);
});

test("a field that went nowhere has only itself", () => {
  expect(traceOf(links, place("klaviyo-request", "/data/attributes/value"))).toEqual({
    places: [place("klaviyo-request", "/data/attributes/value")],
    links: [],
  });
});

test("a name that another begins with is another field", () => {
  const start = place("klaviyo-request", "/data/attributes/profile/data/attributes/phone");
  expect(traceOf(links, start).links).toEqual([]);
});
