import { describe, expect, test } from "vitest";
import { attributesAfter, masker } from "./masker.fixture.ts";

describe("patterns", () => {
  const attributes = {
    email: "ann@shop.test",
    properties: { nickname: "Ruprecht", tier: "Platinum Club", x: "of Ruprecht" },
  };

  test("keep a value, and keep it everywhere", () => {
    const { properties } = attributesAfter(attributes, { keep: ["/**/nickname"] });
    expect(properties).toEqual(attributes.properties);
  });

  test("keep a phone number however it is written", () => {
    const note = "Call +14155552671, 415-555-2671 or 4155552671";
    expect(attributesAfter({ phone_number: "+14155552671", note }, { keep: ["/**/phone_number"] })).toEqual({
      phone_number: "+14155552671",
      note,
    });
  });

  test("add a place, whose values are masked everywhere", () => {
    const { properties } = attributesAfter(attributes, { add: ["/data/attributes/properties/tier"] });
    expect(properties).toMatchObject({ tier: expect.stringMatching(/^(?!Platinum)[A-Z][a-z]{7} [A-Z][a-z]{3}$/) });
  });

  test("to add go before patterns to keep", () => {
    const { email, properties } = attributesAfter(attributes, { keep: ["/data/**"], add: ["/**/tier"] });
    expect(email).toBe("ann@shop.test");
    expect(properties).not.toMatchObject({ tier: "Platinum Club" });
  });

  test("keep all below a place, also of an object that an add pattern names in part", () => {
    const { properties } = attributesAfter(attributes, { keep: ["/data/attributes/properties"] });
    expect(properties).toEqual(attributes.properties);
  });

  test("that make no sense are refused", () => {
    expect(() => masker({ keep: ["email"] })).toThrow('The pattern "email" is not valid. A pattern starts with "/"');
  });
});
