import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isJsonArray, isJsonObject, type Json, parseJson, stringifyJson } from "../json/json.ts";
import { type Endpoint, type EndpointId, endpoints, isEndpointId } from "../klaviyo/endpoints.ts";
import { readRequest } from "../klaviyo/readRequest.ts";
import { explain } from "./explain.ts";
import { interpret } from "./interpret.ts";
import { layouts, type Scope } from "./layouts.ts";
import { Ledger } from "./ledger.ts";
import { placesOf } from "./rulePlaces.ts";
import { ruleTables } from "./rules/ruleTables.ts";
import { translate } from "./translate.ts";
import type { ExplainedTranslation, TranslationSettings } from "./translation.ts";

const folder = `${import.meta.dirname}/fixtures`;

/** A request and all that its translation has to be, from a file named after what it proves. */
interface TranslationFixture {
  readonly name: string;
  readonly endpoint: EndpointId;
  readonly settings: TranslationSettings;
  readonly input: Json;
  /** `native`, `findings` ("code pointer"), `provenance` ("from -> to (rule)") and `fidelity`. */
  readonly expected: Json;
}

function readFixtures(): TranslationFixture[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.map((file) => readFixture(file.replace(".json", ""), readFileSync(`${folder}/${file}`, "utf8")));
}

function readFixture(name: string, text: string): TranslationFixture {
  const parsed = parseJson(text);
  if (!parsed.ok || !isJsonObject(parsed.value)) throw new Error(`${name} is no fixture.`);
  const { endpoint, metrics, input = null, ...expected } = parsed.value;
  if (typeof endpoint !== "string" || !isEndpointId(endpoint)) throw new Error(`${name} names no endpoint.`);
  const table = isJsonObject(metrics) ? metrics : {};
  const named = Object.fromEntries(Object.entries(table).map(([metric, type]) => [metric, String(type)]));
  return { name, endpoint, settings: { metrics: named, now: "2026-01-15T10:31:02.000Z" }, input, expected };
}

const fixtures = readFixtures();
const rules = ruleTables.flatMap((table) => table.rules);

/** What a fixture says of a translation. */
function summary({
  native,
  findings,
  provenance,
  leaves,
  leavesMapped,
}: Omit<ExplainedTranslation, "endpoint" | "callItems">): string {
  return stringifyJson(
    {
      native: native.map(({ method, path, body }) => ({ method, path, body })),
      findings: findings.map(({ code, pointer }) => `${code} ${pointer}`),
      provenance: provenance.map(({ from, to, rule }) => `${from} -> ${to} (${rule})`),
      fidelity: `${leavesMapped} of ${leaves}`,
    },
    1,
  );
}

test.each(fixtures)("$name", ({ endpoint, input, settings, expected }) => {
  expect(summary(explain(endpoint, input, settings))).toBe(stringifyJson(expected, 1));
});

test("the fixtures are requests that the compat surface takes, but for those that show what it refuses", () => {
  const refused = fixtures.filter(({ endpoint, input }) => {
    return !readRequest(endpoint, new TextEncoder().encode(stringifyJson(input)), "2026-01-15T10:31:02.000Z").ok;
  });
  expect(refused.map(({ name }) => name)).toEqual([
    "bulk-entry-without-events-still-names-its-profile",
    "event-loses-what-has-no-native-field",
    "event-misfits-are-lost-leaf-by-leaf",
    "event-without-native-identifier-is-told",
    "import-of-no-profiles-makes-no-call",
  ]);
});

function without(id: string, scope: Scope): Scope {
  return {
    ...scope,
    mounts: scope.mounts.map((mount) => ({ ...mount, rules: mount.rules.filter((rule) => rule.id !== id) })),
    scopes: (scope.scopes ?? []).map((inner) => without(id, inner)),
  };
}

function translatedWithout(id: string, { endpoint, input, settings }: TranslationFixture): string {
  const { itemsPointer }: Endpoint = endpoints[endpoint];
  const ledger = new Ledger({ itemsPointer, record: "everything" });
  const { calls: native } = interpret(placesOf(without(id, layouts[endpoint])), input, ledger, settings.metrics);
  const { leaves, leavesMapped } = ledger;
  return summary({ native, findings: ledger.findings(), provenance: ledger.provenance(), leaves, leavesMapped });
}

test.each(rules.filter(({ id }) => id !== "structure").map(({ id }) => id))(
  "the rule %s cannot be deleted without a fixture turning red",
  (id) => {
    const red = fixtures.filter((fixture) => translatedWithout(id, fixture) !== stringifyJson(fixture.expected, 1));
    expect(red).not.toEqual([]);
  },
);

describe("the tables", () => {
  test("name each rule once", () => {
    const ids = rules.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test.each(Object.entries(layouts))("fill each native field of %s by one rule", (_endpoint, layout) => {
    const targets = allMounts(layout).flatMap(({ target, rules: rows }) =>
      rows.flatMap(({ to }) => (to === null || to === "" ? [] : [`${target}.${to}`])),
    );
    expect(targets.filter((target, index) => targets.indexOf(target) !== index)).toEqual([]);
  });
});

function allMounts(scope: Scope): readonly Scope["mounts"][number][] {
  const seen = [...scope.mounts, ...(scope.scopes ?? []).flatMap(allMounts)];
  return seen.filter((mount, index) => seen.findIndex(({ rules: rows }) => rows === mount.rules) === index);
}

function bulkEvents(names: readonly string[]): Json {
  const events = names.map((name) => ({
    type: "event",
    attributes: { metric: { data: { type: "metric", attributes: { name, service: "shop" } } }, properties: {} },
  }));
  const profile = { data: { type: "profile", attributes: { email: "a@example.com" } } };
  const entry = { type: "event-bulk-create", attributes: { profile, events: { data: events } } };
  return {
    data: { type: "event-bulk-create-job", attributes: { "events-bulk-create": { data: [entry] } } },
  };
}

test("a bulk request tells an assumption or advice once, with its number, and each loss by itself", () => {
  const { findings } = translate(
    "event-bulk-create-jobs",
    bulkEvents(["Placed Order", "Placed Order", "Viewed Page"]),
    {
      metrics: {},
      now: "",
    },
  );
  const events = "/data/attributes/events-bulk-create/data/0/attributes/events/data";
  const metric = "attributes/metric/data/attributes";
  expect(findings.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    `metric-service ${events}/0/${metric}/service`,
    `metric-service ${events}/1/${metric}/service`,
    `metric-service ${events}/2/${metric}/service`,
    `standard-event-fits ${events}/0/${metric}/name`,
    `assumed ${events}/0/${metric}/name`,
    `no-unique-id ${events}/0/attributes`,
  ]);
  expect(findings.find(({ code }) => code === "assumed")?.message).toBe(
    "`metric.data.attributes.name` is sent as `event_type` by an assumed rule. Confirm it with Postscript before you rely on it. The same holds for 2 more of this request.",
  );
  expect(findings.at(-1)?.message).toMatch(/^The event has no `unique_id`.* for 2 more of this request\.$/);
});

test("the provenance of one item leaves the other items out", () => {
  const parsed = parseJson(
    '{"data":{"type":"profile-bulk-import-job","attributes":{"profiles":{"data":[{"attributes":{"email":"a"}},{"attributes":{"email":"b"}}]}}}}',
  );
  if (!parsed.ok) throw new Error(parsed.message);
  const { provenance, native } = explain("profile-bulk-import-jobs", parsed.value, { metrics: {}, now: "" }, 1);
  expect(native).toHaveLength(2);
  expect(provenance).toEqual([
    { from: "/data/type", to: "", rule: "job.type", isStructure: true },
    {
      from: "/data/attributes/profiles/data/1/attributes/email",
      to: "/1/body/identifiers/email",
      rule: "profile.email",
    },
  ]);
});

test("an event sent twice in one entry shares its person and no more", () => {
  const { native } = translate("event-bulk-create-jobs", bulkEvents(["A", "B"]), { metrics: {}, now: "" });
  const body = native[0]?.body;
  const events = typeof body === "object" && body !== null && "events" in body ? body.events : undefined;
  expect(isJsonArray(events) && events).toEqual([
    { event_type: "a", profile: { email: "a@example.com" }, properties: {} },
    { event_type: "b", profile: { email: "a@example.com" }, properties: {} },
  ]);
});

test("numbers arrive as they were written", () => {
  const text =
    '{"data":{"type":"event","attributes":{"metric":{"data":{"type":"metric","attributes":{"name":"M"}}},"profile":{"data":{"type":"profile","attributes":{"email":"a@example.com","properties":{"points":1.50}}}},"properties":{"price":0.1000,"minus":-0,"big":12345678901234567890},"value":1e2}}}';
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(parsed.message);
  const { native } = translate("events", parsed.value, { metrics: {}, now: "" });
  expect(native.map(({ body }) => stringifyJson(body))).toEqual([
    '{"event_type":"m","profile":{"email":"a@example.com"},"properties":{"price":0.1000,"minus":-0,"big":12345678901234567890,"value":1e2}}',
    '{"identifiers":{"email":"a@example.com"},"attributes":{"points":1.50}}',
  ]);
});
