import { expect, test } from "vitest";
import { eventRow, momentText, profileRow } from "./nativeRows.ts";

const resource = (value: unknown) => ({ id: "r1", json: JSON.stringify(value) });

test("a profile goes by its name, with its identifiers below", () => {
  const profile = { first_name: "Jane", last_name: "Doe", email: "jane@example.com", phone: null, external_id: "c1" };
  expect(profileRow(resource(profile))).toEqual({ id: "r1", title: "Jane Doe", subject: "jane@example.com · c1" });
});

test("a profile without a name goes by the first identifier, one without any by its id", () => {
  expect(profileRow(resource({ email: null, phone: "+1500", external_id: "c1" }))).toMatchObject({
    title: "+1500",
    subject: "c1",
  });
  expect(profileRow(resource({}))).toMatchObject({ title: "r1", subject: "" });
});

test("a name that is a number is written as it was sent", () => {
  expect(profileRow({ id: "r1", json: '{"first_name": 12345678901234567890}' }).title).toBe("12345678901234567890");
});

test("an event goes by its type, with its profile and time", () => {
  const event = {
    event_type: "placed_order",
    profile: { email: "jane@example.com" },
    occurred_at: "2026-01-15T10:31:02Z",
  };
  expect(eventRow(resource(event))).toEqual({
    id: "r1",
    title: "placed_order",
    subject: "jane@example.com",
    occurredAt: "2026-01-15T10:31:02Z",
  });
});

test("a moment is a day and a time, and text that is none stays as it is", () => {
  expect(momentText("2026-01-15T10:31:02Z", "UTC")).toBe("15 Jan 2026, 10:31:02");
  expect(momentText("soon")).toBe("soon");
});
