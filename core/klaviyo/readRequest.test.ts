import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type EndpointId, endpointIds } from "./endpoints.ts";
import { type Problem, problemDetail } from "./problem.ts";
import { requestProblems } from "./problems/requestProblems.ts";
import { readRequest } from "./readRequest.ts";
import { requestTemplates } from "./templates.ts";

const now = "2026-06-01T12:00:00.000Z";

const findingSchema = z.strictObject({ code: z.string(), pointer: z.string() });
const problemSchema = z.strictObject({ code: z.string(), pointer: z.string(), detail: z.string() });
const fixtureSchema = z.strictObject({
  endpoint: z.enum(endpointIds),
  about: z.string(),
  body: z.unknown().optional(),
  text: z.string().optional(),
  base64: z.string().optional(),
  findings: z.array(findingSchema).optional(),
  problems: z.union([z.array(problemSchema), z.strictObject({ count: z.int(), last: problemSchema })]).default([]),
});
type Fixture = z.infer<typeof fixtureSchema>;

/** What a fixture writes short: `$times` a list, `$text` a string, `$members` an object, `$nest` lists in lists. */
function expand(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expand);
  if (typeof value !== "object" || value === null) return value;
  const { $times, $text, $members, $nest, of, ...rest } = value as Record<string, unknown>;
  if (typeof $times === "number") return Array(0).concat(Array.from({ length: $times }, () => expand(of)));
  if (typeof $text === "number") return String(of ?? "x").repeat($text);
  if (typeof $nest === "number") return $nest === 0 ? [] : [expand({ $nest: $nest - 1 })];
  const members = Object.entries({ ...rest, ...(of === undefined ? {} : { of }) }).map(([k, v]) => [k, expand(v)]);
  const many = typeof $members === "number" ? Array.from({ length: $members }, (_, index) => [`p${index}`, index]) : [];
  return Object.fromEntries([...many, ...members]);
}

function bytesOf({ body, text, base64 }: Fixture): Uint8Array {
  if (base64 !== undefined) return Buffer.from(base64, "base64");
  return Buffer.from(text ?? JSON.stringify(expand(body)));
}

function fixtures(kind: "valid" | "invalid"): [string, Fixture][] {
  const folder = new URL(`./fixtures/${kind}/`, import.meta.url);
  return readdirSync(folder)
    .sort()
    .map((file) => [file, fixtureSchema.parse(JSON.parse(readFileSync(new URL(file, folder), "utf8")))]);
}

const short = ({ code, pointer }: { code: string; pointer: string }) => ({ code, pointer });
const worded = (problem: Problem) => ({ ...short(problem), detail: problemDetail(problem) });

describe("valid requests", () => {
  test.each(fixtures("valid"))("%s", (_file, fixture) => {
    const read = readRequest(fixture.endpoint, bytesOf(fixture), now);
    expect(read.ok ? [] : read.problems.map(worded)).toEqual([]);
    expect(read.findings.map(short)).toEqual(fixture.findings ?? []);
  });

  test.each(requestTemplates.map((template) => [template.id, template] as const))("template %s", (_id, template) => {
    const read = readRequest(template.endpoint, Buffer.from(JSON.stringify(template.body)), now);
    expect(read).toMatchObject({ ok: true, findings: [] });
  });
});

describe("invalid requests", () => {
  test.each(fixtures("invalid"))("%s", (_file, fixture) => {
    const read = readRequest(fixture.endpoint, bytesOf(fixture), now);
    const problems = read.ok ? [] : read.problems.map(worded);
    if (Array.isArray(fixture.problems)) expect(problems).toEqual(fixture.problems);
    else expect({ count: problems.length, last: problems.at(-1) }).toEqual(fixture.problems);
    if (fixture.findings) expect(read.findings.map(short)).toEqual(fixture.findings);
  });

  test("the fixtures reach each problem of the catalogue, and no other", () => {
    const reached = fixtures("invalid").flatMap(([, { problems }]) =>
      (Array.isArray(problems) ? problems : [problems.last]).map(({ code }) => code),
    );
    expect([...new Set(reached)].sort()).toEqual(Object.keys(requestProblems).sort());
  });
});

test("a refused flat event says which revisions it is of and what to send", () => {
  const flat = { data: { type: "event", attributes: { metric: { name: "A" }, profile: { $email: "a@example.com" } } } };
  const read = readRequest("events", Buffer.from(JSON.stringify(flat)), now);
  expect(read.findings).toEqual([
    {
      severity: "error",
      code: "retired-shape",
      kind: "refused",
      pointer: "/data/attributes/profile",
      message: expect.stringMatching(/revisions before 2023-07-15.*email for \$email/),
    },
  ]);
});

test.each([
  ["profiles", '{"data":_}'],
  ["profiles", '{"data":{"type":"profile","attributes":_}}'],
  ["profiles", '{"data":{"type":"profile","attributes":{"email":"a@example.com","location":_}}}'],
  ["events", '{"data":{"type":"event","attributes":{"properties":{},"profile":_,"metric":_}}}'],
  ["profile-bulk-import-jobs", '{"data":{"type":"profile-bulk-import-job","attributes":{"profiles":{"data":[_]}}}}'],
] as const)("%s %s: a number is no object, however it is written", (endpoint, document) => {
  const problems = (number: string) => {
    const read = readRequest(endpoint, Buffer.from(document.replaceAll("_", number)), now);
    return read.ok ? [] : read.problems.map(worded);
  };
  expect(problems("0.10")).toEqual(problems("1"));
  expect(problems("1")).not.toEqual([]);
});

test("five million open lists are refused at once", () => {
  const read = readRequest("events", Buffer.alloc(5_000_000, "["), now);
  expect(read).toMatchObject({ ok: false, problems: [{ code: "document-too-deep" }] });
});

test("a hostile pointer does not make a huge answer", () => {
  const name = "n".repeat(100_000);
  const lists = Array.from({ length: 900 }, () => `{"metric":1}`).join(",");
  const text = `{"data":{"type":"event-bulk-create-job","attributes":{"events-bulk-create":{"data":[${lists}]},"${name}":1}}}`;
  const read = readRequest("event-bulk-create-jobs", Buffer.from(text), now);
  expect(read.ok || JSON.stringify(read.problems).length).toBeLessThan(2_000_000);
  const repeated = `{"${name}":{${'"a":1,'.repeat(100_000)}"a":1}}`;
  expect(JSON.stringify(readRequest("events", Buffer.from(repeated), now).findings).length).toBeLessThan(2_000_000);
});

function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) freeze(member);
  }
  return value;
}

describe("whatever comes", () => {
  const endpoint = fc.constantFrom<EndpointId>(...endpointIds);
  const templates = fc.constantFrom(
    ...requestTemplates.filter(({ id }) => !id.includes("100") && !id.includes("list")),
  );
  const readTwice = (id: EndpointId, body: Uint8Array) => {
    const before = [...body];
    const read = readRequest(id, body, now);
    expect(readRequest(id, body, now)).toEqual(read);
    expect([...body]).toEqual(before);
    expect(read.ok || read.problems.length > 0).toBe(true);
    return read;
  };

  test("any bytes are read or refused, always alike", () => {
    fc.assert(fc.property(endpoint, fc.uint8Array({ maxLength: 200 }), (id, body) => void readTwice(id, body)));
  });

  test("any JSON is read or refused", () => {
    fc.assert(fc.property(endpoint, fc.json({ maxDepth: 6 }), (id, json) => void readTwice(id, Buffer.from(json))));
  });

  test("a valid document with any value anywhere is read or refused, without a trace on any prototype", () => {
    const place = fc.nat();
    const name = fc.constantFrom(undefined, "__proto__", "constructor", "data", "$email", "a/b~c", "toString");
    fc.assert(
      fc.property(templates, place, name, fc.jsonValue(), (template, seed, added, value) => {
        const document = z.record(z.string(), z.unknown()).parse(structuredClone(template.body));
        const holders: [Record<string, unknown>, string][] = [];
        const visit = (holder: Record<string, unknown>): void => {
          for (const key of Object.keys(holder)) {
            holders.push([holder, key]);
            const member = holder[key];
            if (typeof member === "object" && member !== null) visit(member as Record<string, unknown>);
          }
        };
        visit(document);
        const [holder, key] = holders[seed % holders.length] ?? [document, "data"];
        Object.defineProperty(holder, added ?? key, { value, enumerable: true, configurable: true, writable: true });
        const read = readTwice(template.endpoint, Buffer.from(JSON.stringify(freeze(document))));
        if (read.ok) expect(JSON.stringify(read.document)).toBe(JSON.stringify(document));
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("a body cut anywhere is refused as not JSON or not UTF-8", () => {
    fc.assert(
      fc.property(templates, fc.nat(), ({ endpoint: id, body }, cut) => {
        const whole = Buffer.from(JSON.stringify(body));
        const read = readTwice(id, whole.subarray(0, cut % whole.length));
        expect(read).toMatchObject({ ok: false, problems: [{ code: expect.stringMatching(/^invalid-(json|utf8)$/) }] });
      }),
    );
  });
});
