import { expect, test } from "vitest";
import { parseJson } from "../json/json.ts";
import { readBody } from "./readBody.ts";
import { bulkEventsBodySchema, eventBodySchema, profileBodySchema, upsertBodySchema } from "./schemas.ts";

test("a profile without identifiers is refused in the documented words", () => {
  const documented = { ok: false, message: "Profile must include email, phone, or external_id", field: "email" };
  expect(readBody(eventBodySchema, { event_type: "a", profile: {} })).toEqual(documented);
  expect(readBody(eventBodySchema, { event_type: "a" })).toEqual(documented);
  expect(readBody(profileBodySchema, { first_name: "Jane" })).toEqual(documented);
  expect(readBody(upsertBodySchema, { identifiers: { email: null }, attributes: {} })).toEqual(documented);
});

test("any other refusal names the dotted path of its field", () => {
  const events = [
    { event_type: "a", profile: { email: "a@example.com" } },
    { event_type: "b", profile: { phone: "1" } },
  ];
  expect(readBody(bulkEventsBodySchema, { events })).toEqual({
    ok: false,
    message: "Invalid phone number, expected E.164 format",
    field: "events.1.profile.phone",
  });
});

test("a request of more events than the compat surface takes is refused as a whole", () => {
  const event = { event_type: "a", profile: { email: "a@example.com" } };
  expect(readBody(bulkEventsBodySchema, { events: Array(1000).fill(event) }).ok).toBe(true);
  expect(readBody(bulkEventsBodySchema, { events: Array(1001).fill(event) })).toEqual({
    ok: false,
    message: "A request must not contain more than 1000 events",
    field: "events",
  });
});

test.each(["2026-01-15T10:31:02Z", "2026-01-15T10:31:02.123+00:00", "2026-01-15 10:31:02+02", "2026-01-15t10:31z"])(
  "takes the time %s",
  (occurred_at) => {
    expect(readBody(eventBodySchema, { event_type: "a", profile: { email: "a@example.com" }, occurred_at }).ok).toBe(
      true,
    );
  },
);

test.each([
  ["without zone", "2026-01-15T10:31:02"],
  ["in a month that there is none of", "2026-13-15T10:31:02Z"],
  ["at an hour that there is none of", "2026-01-15T24:31:02Z"],
  ["on a day that there is none of", "2026-02-30T10:31:02Z"],
  ["that is a date alone", "2026-01-15"],
])("a time %s is refused", (_what, occurred_at) => {
  const body = { event_type: "a", profile: { email: "a@example.com" }, occurred_at };
  expect(readBody(eventBodySchema, body)).toMatchObject({ ok: false, field: "occurred_at" });
});

test.each([
  ["email", "jane..doe@example.com"],
  ["email", "jane@example"],
  ["phone", "+12"],
  ["external_id", ""],
  ["external_id", "u\ud800"],
])("what the compat surface refuses as %s is refused: %j", (field, value) => {
  expect(readBody(profileBodySchema, { [field]: value })).toMatchObject({ ok: false, field });
});

test("an idempotency key with half of a character is refused: as UTF-8 it would be another's", () => {
  const body = { event_type: "a", profile: { email: "a@example.com" }, idempotency_key: "k\udc00" };
  expect(readBody(eventBodySchema, body)).toEqual({
    ok: false,
    message: "Invalid text: it has half of a surrogate pair",
    field: "idempotency_key",
  });
});

test("numbers beyond double precision pass unharmed", () => {
  const parsed = parseJson(
    '{"event_type":"a","profile":{"email":"a@example.com"},"properties":{"n":12345678901234567890}}',
  );
  if (!parsed.ok) throw new Error(parsed.message);
  const read = readBody(eventBodySchema, parsed.value);
  expect(JSON.stringify(read.ok && read.value.properties)).toBe('{"n":12345678901234567890}');
});

test("members that the API does not know are left out", () => {
  expect(readBody(profileBodySchema, { email: "a@example.com", shoe_size: 43 })).toEqual({
    ok: true,
    value: { email: "a@example.com" },
  });
});
