/** Arbitrary documents as `readRequest` takes them, and with members it would refuse: for property tests. */
import fc from "fast-check";
import { isJsonObject, type Json, parseJson } from "../json/json.ts";
import type { EndpointId } from "../klaviyo/endpoints.ts";

function number(text: string): Json {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}

const numbers = fc.oneof(
  fc.constantFrom("0", "-0", "0.1000", "12345678901234567890", "9007199254740993", "1e400", "-1.50").map(number),
  fc.integer(),
);
const scalar = fc.oneof(fc.constantFrom<Json>(null, true, false, "", 0, "text"), numbers, fc.string());
const name = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "value", "currency", "city", "email", "title", "a/b~c", "toString", ""),
  fc.string({ maxLength: 8 }),
);

/** An object with own members of any name, "__proto__" included. */
function object(members: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc.array(fc.tuple(name, members), { maxLength: 5 }).map(ownMembers);
}

function ownMembers(members: readonly (readonly [string, Json])[]): Json {
  const made = {};
  for (const [key, value] of members) {
    Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return made;
}

const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    { weight: 4, arbitrary: scalar },
    { weight: 1, arbitrary: fc.array(tie("json"), { maxLength: 3 }) },
    { weight: 1, arbitrary: object(tie("json")) },
  ),
}));

const properties = fc.oneof(object(json), fc.constantFrom<Json>(null, [], {}));
const text = fc.oneof(fc.string(), numbers, fc.constantFrom<Json>(null, ""));

/** Most of the members, and now and then one that no schema has. */
function members(model: Record<string, fc.Arbitrary<Json>>): fc.Arbitrary<Json> {
  const known = Object.entries(model).map(([key, value]) => fc.option(fc.tuple(fc.constant(key), value), { freq: 9 }));
  const unknown = fc.option(fc.tuple(name, json), { freq: 1 });
  return fc
    .tuple(fc.tuple(...known), fc.boolean(), unknown)
    .map(([made, isStrict, extra]) =>
      ownMembers([...made, isStrict ? null : extra].filter((member) => member !== null)),
    );
}

const meta = fc.oneof(object(json), members({ patch_properties: json, patch_identifiers: json }));
const location = fc.oneof(
  members({ address1: text, address2: text, city: text, region: text, zip: text, latitude: text, longitude: numbers }),
  fc.constantFrom<Json>(null, []),
);

const profile = members({
  type: fc.constant("profile"),
  id: text,
  attributes: fc.oneof(
    members({
      email: text,
      phone_number: text,
      external_id: text,
      anonymous_id: text,
      _kx: text,
      first_name: text,
      title: text,
      location,
      properties,
      meta,
    }),
    fc.constantFrom<Json>([]),
  ),
  meta,
});

const metric = members({
  data: members({
    type: fc.constant("metric"),
    attributes: members({ name: fc.oneof(text, fc.constant("Placed Order")), service: text }),
  }),
});

const time = fc.constantFrom<Json>(
  null,
  "2026-01-15T10:31:02Z",
  "2026-01-15T10:31:02",
  "2026-01-15",
  "2026-01-15 10:31+02",
);
const eventModel = {
  metric,
  properties,
  time,
  value: fc.oneof(numbers, fc.constant(null)),
  value_currency: text,
  unique_id: text,
  backfill: fc.constantFrom<Json>(null, true, false),
};
const events = fc.array(members({ type: fc.constant("event"), attributes: members(eventModel) }), { maxLength: 3 });
const holder = (data: fc.Arbitrary<Json>) => members({ data });
const entry = members({
  type: fc.constant("event-bulk-create"),
  attributes: members({ profile: holder(profile), events: holder(events), backfill: fc.boolean() }),
});
const lists = holder(fc.array(members({ type: fc.constant("list"), id: text }), { maxLength: 2 }));

function document(type: string, attributes: fc.Arbitrary<Json>, relationships: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return members({ data: members({ type: fc.constant(type), attributes, relationships }) });
}

const documents: Readonly<Record<EndpointId, fc.Arbitrary<Json>>> = {
  events: document("event", members({ ...eventModel, profile: holder(profile) }), json),
  "event-bulk-create-jobs": document(
    "event-bulk-create-job",
    members({ "events-bulk-create": holder(fc.array(entry, { maxLength: 3 })) }),
    json,
  ),
  profiles: members({ data: profile }),
  "profile-bulk-import-jobs": document(
    "profile-bulk-import-job",
    members({ profiles: holder(fc.array(profile, { maxLength: 3 })) }),
    members({ lists }),
  ),
};

export interface AnyRequest {
  readonly endpoint: EndpointId;
  readonly document: Json;
}

/** A request to any of the endpoints; its document is frozen all the way down. */
export const anyRequest: fc.Arbitrary<AnyRequest> = fc.oneof(
  ...(["events", "event-bulk-create-jobs", "profiles", "profile-bulk-import-jobs"] as const).map((endpoint) =>
    documents[endpoint].map((made) => ({ endpoint, document: deepFreeze(made) })),
  ),
);

function deepFreeze(value: Json): Json {
  if (Array.isArray(value) || isJsonObject(value)) {
    Object.freeze(value);
    for (const member of Object.values<Json>(value)) deepFreeze(member);
  }
  return value;
}
