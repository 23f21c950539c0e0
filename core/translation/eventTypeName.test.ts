import fc from "fast-check";
import { expect, test } from "vitest";
import { eventTypeName } from "./eventTypeName.ts";

test.each([
  ["Placed Order", "placed_order"],
  ["Added to Cart", "added_to_cart"],
  ["placed_order", "placed_order"],
  ["ViewedProduct", "viewed_product"],
  ["SMSSent", "sms_sent"],
  ["  Order -- placed!  ", "order_placed"],
  ["Customer's 2nd Order", "customer_s_2nd_order"],
  ["Größe gewählt", "größe_gewählt"],
  ["Gro\u0308ße", "größe"],
  ["注文 完了", "注文_完了"],
  ["!!!", "event_21_21_21"],
  ["🎉", "event_1f389"],
  ["", "event"],
])("%j becomes %s", (metric, eventType) => {
  expect(eventTypeName(metric)).toBe(eventType);
});

test("every name becomes an event type that is not empty and stays what it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (metric) => {
      const eventType = eventTypeName(metric);
      expect(eventType).not.toBe("");
      expect(eventTypeName(eventType)).toBe(eventType);
    }),
  );
});
