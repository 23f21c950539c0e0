import { expect, test } from "vitest";
import type { Json } from "../json/json.ts";
import { describeExchange } from "./describe.ts";
import type { EndpointId } from "./endpoints.ts";
import type { Problem } from "./problem.ts";
import { resolveRoute } from "./route.ts";
import { requestTemplates } from "./templates.ts";

const template = (id: string): Json => requestTemplates.find((candidate) => candidate.id === id)?.body ?? null;
const route = (endpoint: EndpointId) => resolveRoute("POST", `/api/${endpoint}`);
const ok = (endpoint: EndpointId, document: Json) => describeExchange(route(endpoint), document, { status: 202 });
const refused = (endpoint: EndpointId, document: Json | undefined, ...problems: Problem[]) =>
  describeExchange(route(endpoint), document, { status: 400, problems });
const profile = (attributes: Json): Json => ({ data: { type: "profile", attributes } });

test("an event is its metric and its profile", () => {
  expect(ok("events", template("placed-order"))).toEqual({ title: "Placed Order", subject: "jane.doe@example.com" });
});

test("bulk requests are their counts", () => {
  expect(ok("event-bulk-create-jobs", template("bulk-events"))).toEqual({ title: "3 events", subject: "2 profiles" });
  expect(ok("profile-bulk-import-jobs", template("bulk-import"))).toEqual({ title: "3 profiles", subject: "Jane" });
  const many = {
    data: { attributes: { profiles: { data: Array(10_000).fill({ attributes: { email: "a@b.co" } }) } } },
  };
  expect(ok("profile-bulk-import-jobs", many)).toEqual({ title: "10,000 profiles", subject: "a@b.co" });
});

test("an import into lists says that they are lost", () => {
  expect(ok("profile-bulk-import-jobs", template("bulk-import-list")).subject).toBe("1 list lost");
});

test("a profile is its name, or what it is known by", () => {
  expect(ok("profiles", profile({ first_name: "Jane", last_name: "Doe", external_id: 123 }))).toEqual({
    title: "Jane Doe",
    subject: "123",
  });
  expect(ok("profiles", profile({ phone_number: "+15005550006", external_id: "cust_1" }))).toEqual({
    title: "+15005550006",
    subject: "cust_1",
  });
});

test("a refused request is what was sent, its error and where that is", () => {
  const at = (pointer: string): Problem => ({ code: "invalid-email", pointer });
  expect(refused("events", template("placed-order"), at("/data/attributes/profile/data/attributes/email"))).toEqual({
    title: "Placed Order",
    subject: "Invalid email address · /data/attributes/profile/data/attributes/email",
  });
  expect(refused("profiles", profile({ first_name: "Jane" }), at("/data/a"), at("/data/b"), at("/data/c"))).toEqual({
    title: "Jane",
    subject: "Invalid email address · /data/a and 2 more",
  });
  const required: Problem = {
    code: "required-field",
    pointer: "/data/id",
    facts: { field: "id", resource: "profile" },
  };
  expect(refused("event-bulk-create-jobs", template("bulk-events"), required)).toEqual({
    title: "3 events",
    subject: "'id' is a required field for the resource 'profile' · /data/id",
  });
});

test("a refused request of which nothing could be read is its error and where that is", () => {
  const problem: Problem = { code: "invalid-email", pointer: "/data/attributes/email" };
  const error = { title: "Invalid email address", subject: "/data/attributes/email" };
  expect(refused("profiles", undefined, problem)).toEqual(error);
  expect(refused("events", { data: [] }, problem)).toEqual(error);
});

test("a retired shape points to its cause, a body that is not JSON to the whole", () => {
  const retired: Problem = { code: "retired-shape", pointer: "/data", cause: "/data/attributes/profile" };
  expect(refused("events", undefined, retired)).toEqual({
    title: "Retired event shape",
    subject: "/data/attributes/profile",
  });
  expect(refused("events", undefined, { code: "invalid-json", pointer: "/data", cause: "" }).title).toBe("Not JSON");
});

test("a duplicate names who exists", () => {
  const problem: Problem = { code: "duplicate-profile", pointer: "/data/attributes" };
  expect(refused("profiles", profile({ first_name: "Jane", external_id: "cust_123" }), problem)).toEqual({
    title: "Jane",
    subject: "Duplicate profile · cust_123 exists",
  });
});

test("a rate limit says how long, also where the limit is not known", () => {
  const throttled = (facts: Record<string, number>): Problem => ({ code: "throttled", pointer: "/data", facts });
  expect(refused("events", undefined, throttled({ seconds: 12, limit: 700 }))).toEqual({
    title: "Rate limit: 700 a minute",
    subject: "retry after 12 s",
  });
  expect(refused("events", undefined, throttled({ seconds: 12 })).title).toBe("Request was throttled.");
});

test("an unsupported call names its alternative, a refused key only itself", () => {
  const unsupported = resolveRoute("GET", "/api/lists");
  const facts = { resource: "lists", alternative: "use the Native API" };
  const problems: Problem[] = [{ code: "unsupported-endpoint", pointer: "/data/", facts }];
  expect(describeExchange(unsupported, undefined, { status: 404, problems })).toEqual({
    title: "Not supported: lists",
    subject: "use the Native API",
  });
  expect(refused("events", undefined, { code: "missing-key", pointer: "/data/" })).toEqual({
    title: "Missing or invalid key",
    subject: "",
  });
});

test("takes any document", () => {
  for (const document of [null, 1, [], {}, { data: [] }, { data: { attributes: { profiles: { data: [null] } } } }]) {
    for (const endpoint of ["events", "event-bulk-create-jobs", "profiles", "profile-bulk-import-jobs"] as const) {
      expect(ok(endpoint, document).title).toEqual(expect.any(String));
    }
  }
});
