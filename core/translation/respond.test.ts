import { describe, expect, test } from "vitest";
import { type Json, parseJson, stringifyJson } from "../json/json.ts";
import { nativeError, nativeErrors } from "../native/nativeError.ts";
import { respond } from "./respond.ts";

const context = {
  requestId: "9b2f1c09-0000-4000-8000-000000000000",
  path: "/klaviyo/v1/api/profiles/",
  origin: "http://127.0.0.1:8020",
  now: "2026-01-15T10:31:02.123Z",
};
const headers = {};

function json(text: string): Json {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}

const event = json(
  '{"data":{"type":"event","attributes":{"metric":{"data":{"type":"metric","attributes":{"name":"Placed Order"}}},"profile":{"data":{"type":"profile","attributes":{"email":"a@example.com","phone_number":"+15005550006"}}},"properties":{"n":1},"value":0.1000,"unique_id":"o-1"}}}',
);
const nativeEvent = json(
  '{"id":"evt_1","event_type":"placed_order","profile_id":"prof_1","profile":{"email":"a@example.com","phone":"+15005550006"},"properties":{"n":1,"value":0.1000},"idempotency_key":"o-1","occurred_at":"2026-01-15T10:31:02.123Z","created_at":"2026-01-15T10:31:02.123Z"}',
);
const profile = json(
  '{"data":{"type":"profile","attributes":{"email":"a@example.com","location":{"city":"New York"}}}}',
);
const nativeProfile = json(
  '{"id":"prof_1","email":"a@example.com","phone":null,"external_id":null,"city":"New York","latitude":40.750,"properties":{"tier":"gold"},"created_at":"2026-01-15T10:31:02.123Z","updated_at":"2026-01-15T10:31:02.123Z"}',
);

test("an event is answered as it was accepted, in Klaviyo's names, with the native ids", () => {
  const { status, body } = respond("events", event, [{ status: 201, headers, body: nativeEvent }], context);
  expect(status).toBe(202);
  expect(body === undefined ? body : stringifyJson(body)).toBe(
    '{"data":{"type":"event","id":"evt_1","attributes":{"metric":{"data":{"type":"metric","attributes":{"name":"Placed Order"}}},' +
      '"profile":{"data":{"type":"profile","id":"prof_1","attributes":{"email":"a@example.com","phone_number":"+15005550006","external_id":null}}},' +
      '"properties":{"n":1},"time":"2026-01-15T10:31:02.123Z","value":0.1000,"value_currency":null,"unique_id":"o-1"}}}',
  );
});

test("an event whose unique_id was known is answered with the amount that is recorded", () => {
  const repeated = json(stringifyJson(event).replace('"value":0.1000', '"value":99'));
  const { body } = respond("events", repeated, [{ status: 201, headers, body: nativeEvent }], context);
  expect(stringifyJson(body ?? null)).toContain('"value":0.1000');
});

test("an event whose native answer says little is answered from what was sent", () => {
  const { body } = respond("events", event, [{ status: 200, headers, body: { id: "evt_9" } }], context);
  expect(body).toMatchObject({
    data: { id: "evt_9", attributes: { properties: { n: 1 }, unique_id: "o-1", time: null } },
  });
});

describe("a profile", () => {
  const answers = [{ status: 201, headers, body: nativeProfile }];

  test("is answered with all of Klaviyo's attributes, null when unset, and its links", () => {
    const { status, body } = respond("profiles", profile, answers, context);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      data: {
        type: "profile",
        id: "prof_1",
        attributes: {
          email: "a@example.com",
          phone_number: null,
          anonymous_id: null,
          created: "2026-01-15T10:31:02.123000+00:00",
          location: { city: "New York", zip: null },
          properties: { tier: "gold" },
        },
        relationships: {
          lists: { links: { self: "http://127.0.0.1:8020/klaviyo/v1/api/profiles/prof_1/relationships/lists/" } },
        },
        links: { self: "http://127.0.0.1:8020/klaviyo/v1/api/profiles/prof_1/" },
      },
      links: { self: "http://127.0.0.1:8020/klaviyo/v1/api/profiles/" },
    });
  });

  test("is cut to the fields that the query asks for", () => {
    const path = "/api/profiles?fields%5Bprofile%5D=email,location.city&additional-fields[profile]=subscriptions";
    const { body } = respond("profiles", profile, answers, { ...context, path });
    expect(body).toMatchObject({
      data: { attributes: { email: "a@example.com", location: { city: "New York" }, subscriptions: null } },
      links: { self: `http://127.0.0.1:8020${path}` },
    });
    expect(Object.keys(Object(body).data.attributes)).toEqual(["email", "location", "subscriptions"]);
    expect(Object(body).data.relationships).toEqual({});
  });

  test("keeps its attributes when a query asks for them as additional ones", () => {
    const path = "/api/profiles?additional-fields%5Bprofile%5D=email,,__proto__,predictive_analytics";
    const { body } = respond("profiles", profile, answers, { ...context, path });
    const plain = respond("profiles", profile, answers, context);
    expect(Object(body).data.attributes).toEqual({ ...Object(plain.body).data.attributes, predictive_analytics: null });
  });

  test("repeats a number sent for a text and an anonymous_id, and no identifier that was left out for being empty", () => {
    const sent = json(
      '{"data":{"type":"profile","attributes":{"external_id":1,"anonymous_id":"a-1","phone_number":"","email":"a@example.com"}}}',
    );
    const body = json('{"id":"prof_1","email":"a@example.com","phone":null,"external_id":"1"}');
    expect(respond("profiles", sent, [{ status: 201, headers, body }], context).body).toMatchObject({
      data: { attributes: { external_id: 1, anonymous_id: "a-1", phone_number: null } },
    });
  });
});

describe("a bulk job", () => {
  const imported = json(
    '{"data":{"attributes":{"profiles":{"data":[{},{}]}},"relationships":{"lists":{"data":[{"type":"list","id":"L1"}]}}}}',
  );

  test("is answered as queued, also while its native calls are still to come", () => {
    const path = "/api/profile-bulk-import-jobs";
    const { status, body } = respond("profile-bulk-import-jobs", imported, [], { ...context, path });
    expect(status).toBe(202);
    expect(body).toMatchObject({
      data: {
        type: "profile-bulk-import-job",
        id: "job_9b2f1c09000040008000000000000000",
        attributes: {
          status: "queued",
          created_at: "2026-01-15T10:31:02+00:00",
          expires_at: "2026-01-22T10:31:02+00:00",
          total_count: 2,
          completed_count: 0,
          started_at: null,
        },
        relationships: { lists: { data: [{ type: "list", id: "L1" }] } },
      },
    });
    expect(Object.keys(Object(body).data.relationships["import-errors"].links)).toEqual(["related"]);
  });

  test("of events counts the events of all entries and has the native job's id", () => {
    const sent = json(
      '{"data":{"attributes":{"events-bulk-create":{"data":[{"attributes":{"events":{"data":[{},{}]}}},{"attributes":{"events":{"data":[{}]}}}]}}}}',
    );
    const answers = [{ status: 202, headers, body: { id: "job_7", status: "completed", accepted: 3 } }];
    const { body } = respond("event-bulk-create-jobs", sent, answers, context);
    expect(body).toMatchObject({ data: { id: "job_7", attributes: { total_count: 3 } } });
  });
});

describe("a native error", () => {
  const refused = (code: keyof typeof nativeErrors, facts = {}, status: number = nativeErrors[code].status) => ({
    status,
    headers: {},
    body: nativeError(code, { requestId: "r", ...facts }).body,
  });

  test.each([
    ["validation_error", 400, "invalid"],
    ["conflict", 409, "duplicate_profile"],
    ["unauthorized", 502, "error"],
    ["forbidden", 502, "error"],
    ["not_found", 502, "error"],
    ["rate_limit_exceeded", 429, "throttled"],
    ["database_error", 502, "error"],
    ["upstream_error", 502, "error"],
    ["internal_error", 502, "error"],
  ] as const)("%s is told as %i %s", (code, status, klaviyoCode) => {
    const response = respond("profiles", profile, [refused(code)], context);
    expect(response.status).toBe(status);
    expect(response.body).toMatchObject({ errors: [{ id: context.requestId, status, code: klaviyoCode }] });
  });

  test("has a row for each code of the native catalogue", () => {
    for (const code of Object.keys(nativeErrors)) {
      expect(
        respond("profiles", profile, [{ ...refused("conflict"), body: { error: { code } } }], context).status,
      ).toBeGreaterThan(399);
    }
  });

  test("points to the Klaviyo field that the native one was made from", () => {
    const answer = refused("validation_error", { message: "Invalid phone number", field: "profile.phone" });
    expect(respond("events", event, [answer], context).body).toMatchObject({
      errors: [
        {
          detail: "Invalid phone number",
          source: { pointer: "/data/attributes/profile/data/attributes/phone_number" },
        },
      ],
    });
  });

  test("of several calls is told for each, at its own item", () => {
    const sent = json(
      '{"data":{"attributes":{"profiles":{"data":[{"attributes":{"email":"a"}},{"attributes":{"email":"b@example.com"}},{"attributes":{"email":"c"}}]}}}}',
    );
    const bad = refused("validation_error", { message: "Invalid email address", field: "identifiers.email" });
    const fine = { status: 200, headers, body: nativeProfile };
    const { body } = respond("profile-bulk-import-jobs", sent, [bad, fine, bad], context);
    expect(Object(body).errors.map((error: { source: unknown }) => error.source)).toEqual([
      { pointer: "/data/attributes/profiles/data/0/attributes/email" },
      { pointer: "/data/attributes/profiles/data/2/attributes/email" },
    ]);
  });

  test("that names no field points to the item that was refused", () => {
    const sent = json(
      '{"data":{"attributes":{"profiles":{"data":[{"attributes":{"email":"a@b.c"}},{"attributes":{"email":"b@b.c"}}]}}}}',
    );
    const fine = { status: 200, headers, body: nativeProfile };
    const { body } = respond("profile-bulk-import-jobs", sent, [fine, refused("validation_error")], context);
    expect(Object(body).errors).toMatchObject([{ source: { pointer: "/data/attributes/profiles/data/1" } }]);
  });

  test("names the profile that exists already", () => {
    expect(respond("profiles", profile, [refused("conflict", { profileId: "prof_7" })], context).body).toMatchObject({
      errors: [{ source: { pointer: "/data/attributes" }, meta: { duplicate_profile_id: "prof_7" } }],
    });
  });

  test("hands the wait on, and asks for a minute where it names none", () => {
    const limited = refused("rate_limit_exceeded");
    const named = respond("events", event, [{ ...limited, headers: { "retry-after": "42" } }], context);
    expect(named.headers["Retry-After"]).toBe("42");
    expect(respond("events", event, [limited], context).headers["Retry-After"]).toBe("60");
  });

  test("that came too late is a 504, and one without a body speaks by its status", () => {
    expect(respond("events", event, [refused("upstream_error", {}, 504)], context).status).toBe(504);
    expect(respond("events", event, [{ status: 429, headers, body: undefined }], context).status).toBe(429);
    expect(respond("events", event, [{ status: 503, headers, body: undefined }], context).status).toBe(502);
  });

  test("of the upsert after an accepted event is not hidden", () => {
    const answers = [{ status: 201, headers, body: nativeEvent }, refused("internal_error")];
    expect(respond("events", event, answers, context).status).toBe(502);
  });
});
