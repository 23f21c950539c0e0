import { utf8Length } from "../../json/utf8.ts";
import type { Exchange } from "../exchange.ts";

/** An exchange of an event with every field of a person, its two native calls and its answer. */
export function eventExchange(changes: Partial<Exchange> = {}): Exchange {
  const profile = { email: "jane.doe@shop.test", phone: "+14155552671", external_id: "cust-48213-B" };
  const properties = { order: 1001, note: "Call Jane Doe at +1 (415) 555-2671" };
  const klaviyoProfile = {
    email: profile.email,
    phone_number: profile.phone,
    external_id: profile.external_id,
    first_name: "Jane",
    last_name: "Doeringer",
    location: {
      address1: "89 E 42nd St",
      city: "Springfield",
      zip: "10017",
      country: "United States",
      ip: "81.2.69.142",
    },
  };
  const person = (attributes: object) => ({ data: { type: "profile", attributes } });
  const metric = { data: { type: "metric", attributes: { name: "Placed Order" } } };
  const event = (attributes: object) => ({ data: { type: "event", attributes: { metric, ...attributes } } });
  const body = JSON.stringify(event({ profile: person(klaviyoProfile), properties }));
  const nativeBody = JSON.stringify({ event_type: "placed_order", profile, properties });
  const answer = JSON.stringify({ id: "evt_1", profile_id: "prof_1", profile, properties });
  const klaviyoAnswer = JSON.stringify(
    event({ profile: person({ ...profile, phone_number: profile.phone }), properties }),
  );
  const headers = (text: string): [string, string][] => [
    ["Authorization", "Klaviyo-API-Key ps_test_#3f9a1c0b77de"],
    ["Content-Type", "application/json"],
    ["Content-Length", String(utf8Length(text))],
  ];
  return {
    id: "01JH",
    session: "s",
    seq: 1,
    at: "2026-01-15T10:31:02.000Z",
    origin: "captured",
    parent: null,
    endpoint: "events",
    request: { method: "POST", path: "/klaviyo/v1/api/events", headers: headers(body), body },
    native: [
      {
        request: { method: "POST", path: "/v1/events", headers: headers(nativeBody), body: nativeBody },
        response: { status: 201, headers: headers(answer), body: answer },
        durationMs: 3,
      },
    ],
    response: { status: 202, headers: headers(klaviyoAnswer), body: klaviyoAnswer },
    findings: [],
    durationMs: 5,
    ...changes,
  };
}
