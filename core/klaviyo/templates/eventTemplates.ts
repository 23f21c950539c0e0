import type { RequestTemplate } from "./requestTemplate.ts";

const metric = <Name extends string>(name: Name) => ({ data: { type: "metric", attributes: { name } } });

export const placedOrder: RequestTemplate = {
  id: "placed-order",
  endpoint: "events",
  title: "Placed order",
  description: "An order with its items, value and customer.",
  body: {
    data: {
      type: "event",
      attributes: {
        metric: metric("Placed Order"),
        profile: {
          data: {
            type: "profile",
            attributes: {
              email: "jane.doe@example.com",
              phone_number: "+15005550006",
              external_id: "cust_123",
              first_name: "Jane",
              last_name: "Doe",
              location: { city: "Boston", region: "MA", country: "United States", zip: "02108" },
            },
          },
        },
        properties: {
          order_id: "ORD-1234",
          total: 79.48,
          discount_code: "WELCOME10",
          items: [
            { sku: "BOOK-1", name: "Kids Book", quantity: 2, price: 19.99 },
            { sku: "MUG-7", name: "Blue Mug", quantity: 1, price: 39.5 },
          ],
        },
        time: "2026-01-15T10:31:02+00:00",
        value: 79.48,
        value_currency: "USD",
        unique_id: "ORD-1234",
      },
    },
  },
};

const minimalEvent: RequestTemplate = {
  id: "minimal-event",
  endpoint: "events",
  title: "Minimal event",
  description: "The least that is accepted: a metric, a profile and properties.",
  body: {
    data: {
      type: "event",
      attributes: {
        metric: metric("Viewed Product"),
        profile: { data: { type: "profile", attributes: { email: "jane.doe@example.com" } } },
        properties: {},
      },
    },
  },
};

const lossyEvent: RequestTemplate = {
  id: "everything-event",
  endpoint: "events",
  title: "Event with everything",
  description: "Every field Klaviyo takes, also those that have no native counterpart.",
  body: {
    data: {
      type: "event",
      attributes: {
        metric: { data: { type: "metric", attributes: { name: "Started Checkout", service: "shop" } } },
        profile: {
          data: {
            type: "profile",
            id: "01KQ9Z044BK4KWGHS7EAEJ5YX5",
            attributes: {
              email: "sam.lee@example.com",
              phone_number: "+15005550007",
              external_id: "cust_124",
              anonymous_id: "b2f1c09c-4a57-4f0e-9d0c-8a54d6c1f6aa",
              _kx: "MjAyNA.Y6nRLr",
              first_name: "Sam",
              last_name: "Lee",
              organization: "Example Corporation",
              title: "Buyer",
              image: "https://images.example.com/sam.png",
              locale: "en-US",
              location: {
                address1: "89 E 42nd St",
                address2: "1st floor",
                city: "New York",
                region: "NY",
                zip: "10017",
                country: "United States",
                timezone: "America/New_York",
                ip: "192.0.2.1",
                latitude: 40.7128,
                longitude: -74.006,
              },
              properties: { loyalty_tier: "gold", points: 1200 },
              meta: { patch_properties: { append: { tags: "vip" }, unappend: { tags: "new" }, unset: "trial" } },
            },
          },
        },
        properties: { checkout_id: "CHK-88", $extra: { cart: "https://shop.example.com/cart/88" } },
        time: "2026-01-15T10:29:40+00:00",
        value: 119.0,
        value_currency: "EUR",
        unique_id: "CHK-88",
        backfill: false,
      },
    },
  },
};

const entry = (email: string, events: readonly { name: string; unique_id: string; value: number }[]) => ({
  type: "event-bulk-create",
  attributes: {
    profile: { data: { type: "profile", attributes: { email } } },
    events: {
      data: events.map(({ name, unique_id, value }) => ({
        type: "event",
        attributes: {
          metric: metric(name),
          properties: { order_id: unique_id },
          time: "2026-01-15T10:31:02+00:00",
          value,
          value_currency: "USD",
          unique_id,
        },
      })),
    },
  },
});

const bulkEvents = (entries: readonly ReturnType<typeof entry>[]) => ({
  data: { type: "event-bulk-create-job", attributes: { "events-bulk-create": { data: entries } } },
});

const ordersOfTwo: RequestTemplate = {
  id: "bulk-events",
  endpoint: "event-bulk-create-jobs",
  title: "Events of two profiles",
  description: "Three events, grouped by profile.",
  body: bulkEvents([
    entry("jane.doe@example.com", [
      { name: "Placed Order", unique_id: "ORD-2001", value: 24.5 },
      { name: "Fulfilled Order", unique_id: "ORD-2001", value: 24.5 },
    ]),
    entry("sam.lee@example.com", [{ name: "Placed Order", unique_id: "ORD-2002", value: 99.99 }]),
  ]),
};

const manyEvents: RequestTemplate = {
  id: "bulk-events-100",
  endpoint: "event-bulk-create-jobs",
  title: "100 events",
  description: "One event each of 100 profiles.",
  body: bulkEvents(
    Array.from({ length: 100 }, (_, index) =>
      entry(`customer${index + 1}@example.com`, [
        { name: "Placed Order", unique_id: `ORD-${3001 + index}`, value: 10 + index },
      ]),
    ),
  ),
};

export const eventTemplates: readonly RequestTemplate[] = [
  placedOrder,
  minimalEvent,
  lossyEvent,
  ordersOfTwo,
  manyEvents,
];
