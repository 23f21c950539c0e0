import { expect, test } from "vitest";
import { eventExchange } from "./exchange.fixture.ts";
import { maskedValues } from "./maskedValues.ts";
import { masker } from "./masker.fixture.ts";

test("tells each value that became a pseudonym, with the message and the place it stands in", () => {
  const before = eventExchange();
  const values = [...maskedValues(before, masker().mask(before))];
  expect(values).toContainEqual({
    message: "Klaviyo request",
    place: "/data/attributes/profile/data/attributes/email",
    before: "jane.doe@shop.test",
    after: expect.stringMatching(/^user-.*@masked\.example$/),
  });
  expect(values).toContainEqual(expect.objectContaining({ message: "Native request", place: "/profile/email" }));
  expect(values.every(({ before: value, after }) => value !== after)).toBe(true);
  expect(values.filter(({ place }) => place.startsWith("header"))).toEqual([]);
});

test("an exchange that holds nothing personal has none, and long texts are cut", () => {
  const before = eventExchange({ native: [], response: null });
  const changed = { ...before, request: { ...before.request, body: "x".repeat(1000), path: "/other" } };
  expect([...maskedValues(before, before)]).toEqual([]);
  expect([...maskedValues(before, changed)].map(({ place, after }) => [place, after.length])).toEqual([
    ["path", 6],
    ["", 201],
  ]);
});
