import { describe, expect, test } from "vitest";
import type { Json } from "../json/json.ts";
import { nativeError } from "../native/nativeError.ts";
import { explain } from "./explain.ts";
import type { Link } from "./link.ts";
import { linkExchange } from "./linkExchange.ts";
import { respond } from "./respond.ts";
import { findRule } from "./rules/findRule.ts";

const settings = { metrics: {}, now: "2026-01-15T10:31:02.000Z" };
const context = { requestId: "r", path: "/api/events", origin: "http://127.0.0.1:8020", now: settings.now };

const event: Json = {
  data: {
    type: "event",
    attributes: {
      metric: { data: { type: "metric", attributes: { name: "Viewed Page" } } },
      profile: {
        data: { type: "profile", attributes: { phone_number: "+15005550006", properties: { tier: "gold" } } },
      },
      properties: { page: "/" },
    },
  },
};
const answers = [
  {
    status: 201,
    headers: {},
    body: { id: "evt_1", event_type: "viewed_page", profile: { phone: "+15005550006" }, properties: { page: "/" } },
  },
  { status: 200, headers: {}, body: { id: "prof_1", phone: "+15005550006", properties: { tier: "gold" } } },
];

function shown(links: readonly Link[]): string[] {
  return links.map(({ from, to, rule }) => `${from.pane} ${from.pointer} > ${to.pane} ${to.pointer} (${rule})`);
}

describe("the way of a phone number", () => {
  const { body } = respond("events", event, answers, context);
  const links = shown(linkExchange(explain("events", event, settings), answers, body));

  test.each([
    "klaviyo-request /data/attributes/profile/data/attributes/phone_number > native-request /0/profile/phone (profile.phone)",
    "klaviyo-request /data/attributes/profile/data/attributes/phone_number > native-request /1/identifiers/phone (profile.phone)",
    "native-request /0/profile/phone > native-response /0/profile/phone (echo.resource)",
    "native-request /1/identifiers/phone > native-response /1/phone (echo.identifiers)",
    "native-request /1/attributes/tier > native-response /1/properties/tier (echo.properties)",
    "native-response /0/profile/phone > klaviyo-response /data/attributes/profile/data/attributes/phone_number (answer.event.phone)",
    "native-response /0/properties/page > klaviyo-response /data/attributes/properties/page (answer.event.properties)",
    "native-response /0/id > klaviyo-response /data/id (answer.event.id)",
  ])("has the step %s", (step) => {
    expect(links).toContain(step);
  });

  test("has a rule with a text at every step", () => {
    const rules = linkExchange(explain("events", event, settings), answers, body).map(({ rule }) => rule);
    expect(rules.filter((rule) => !findRule(rule)?.note)).toEqual([]);
  });
});

test("the way of an error ends at the error that told it", () => {
  const refused = {
    headers: {},
    ...nativeError("validation_error", { message: "Invalid phone", field: "profile.phone", requestId: "n" }),
  };
  const { body } = respond("events", event, [refused], context);
  expect(
    shown(linkExchange(explain("events", event, settings), [refused], body)).filter((step) => step.includes("errors")),
  ).toEqual([
    "native-response /0/error/code > klaviyo-response /errors/0/code (error.validation_error)",
    "native-response /0/error/message > klaviyo-response /errors/0/detail (error.validation_error)",
    "native-response /0/error/field > klaviyo-response /errors/0/source/pointer (error.validation_error)",
  ]);
});

test("the links of one item of a bulk import are those of its own call", () => {
  const profiles = ["a", "b"].map((name) => ({ type: "profile", attributes: { email: `${name}@example.com` } }));
  const document = { data: { type: "profile-bulk-import-job", attributes: { profiles: { data: profiles } } } };
  const upserted = ["a", "b"].map((name) => ({ status: 200, body: { email: `${name}@example.com` } }));
  const links = linkExchange(explain("profile-bulk-import-jobs", document, settings, 1), upserted, undefined);
  expect(shown(links)).toEqual([
    "klaviyo-request /data/attributes/profiles/data/1/type > native-request /1 (profile.type)",
    "klaviyo-request /data/attributes/profiles/data/1/attributes/email > native-request /1/identifiers/email (profile.email)",
    "native-request /1/identifiers/email > native-response /1/email (echo.identifiers)",
  ]);
});
