import fc from "fast-check";
import { expect, test } from "vitest";
import { isJsonArray, isJsonObject, type Json, stringifyJson } from "../json/json.ts";
import { toPointer, valueAt } from "../json/pointer.ts";
import { readRequest } from "../klaviyo/readRequest.ts";
import { readBody } from "../native/readBody.ts";
import { eventBodySchema } from "../native/schemas.ts";
import { anyRequest } from "./documents.fixture.ts";
import { explain } from "./explain.ts";
import { findingCatalogue } from "./findingCatalogue.ts";
import { countLeaves } from "./leaves.ts";
import { translate } from "./translate.ts";
import type { ExplainedTranslation } from "./translation.ts";

const settings = { metrics: { Shipped: "order.shipped" }, now: "2026-01-15T10:31:02.000Z" };
const often = { numRuns: 500 };

/** Written apart from the code it checks. */
function leavesOf(value: Json, path: readonly (string | number)[] = []): string[] {
  const entries = isJsonArray(value) ? [...value.entries()] : isJsonObject(value) ? Object.entries(value) : [];
  if (entries.length === 0) return [toPointer(path)];
  return entries.flatMap(([key, member]) => leavesOf(member, [...path, key]));
}

function pointersOf({ findings }: ExplainedTranslation, kind: string): string[] {
  return findings.filter((finding) => finding.kind === kind).map(({ pointer }) => pointer);
}

function nativeAsJson({ native }: ExplainedTranslation): Json {
  return native.map(({ method, path, body }) => ({ method, path, body }));
}

test("every document is translated, the same way each time, and stays as it was", () => {
  fc.assert(
    fc.property(anyRequest, ({ endpoint, document }) => {
      const before = stringifyJson(document);
      const first = JSON.stringify(translate(endpoint, document, settings));
      expect(JSON.stringify(translate(endpoint, document, settings))).toBe(first);
      expect(stringifyJson(document)).toBe(before);
    }),
    often,
  );
});

test("every leaf is either mapped or lost, and the fidelity figure counts both", () => {
  fc.assert(
    fc.property(anyRequest, ({ endpoint, document }) => {
      const explained = explain(endpoint, document, settings);
      const mapped = new Set(explained.provenance.map(({ from }) => from));
      const lost = pointersOf(explained, "lost");
      expect([...mapped, ...lost].sort()).toEqual(leavesOf(document).sort());
      expect(countLeaves(document)).toBe(leavesOf(document).length);
      expect(explained.leaves - explained.leavesMapped).toBe(lost.length);
    }),
    often,
  );
});

test("what is said to have changed or been assumed was mapped", () => {
  fc.assert(
    fc.property(anyRequest, ({ endpoint, document }) => {
      const explained = explain(endpoint, document, settings);
      const mapped = new Set(explained.provenance.map(({ from }) => from));
      const told = explained.findings.filter(({ kind, code }) => {
        return (kind === "changed" && code !== "missing-properties" && code !== "standard-name") || kind === "assumed";
      });
      // A gathered assumption of a whole subtree stands at its top.
      const unmapped = told.filter(({ pointer }) => ![...mapped].some((from) => `${from}/`.startsWith(`${pointer}/`)));
      expect(unmapped).toEqual([]);
    }),
    often,
  );
});

test("provenance points to native fields, and a value without a remark arrives as it was written", () => {
  fc.assert(
    fc.property(anyRequest, ({ endpoint, document }) => {
      const explained = explain(endpoint, document, settings);
      const native = nativeAsJson(explained);
      const changed = new Set(pointersOf(explained, "changed"));
      for (const { from, to, rule } of explained.provenance) {
        const arrived = valueAt(native, to);
        expect(arrived, `${from} -> ${to}`).not.toBe(undefined);
        const sent = valueAt(document, from) ?? null;
        const isStructure = leavesOf(arrived ?? null)[0] !== "" || rule.endsWith("type") || rule === "structure";
        if (!changed.has(from) && !isStructure) expect(stringifyJson(arrived ?? null)).toBe(stringifyJson(sent));
      }
    }),
    often,
  );
});

test("translate and explain agree", () => {
  fc.assert(
    fc.property(anyRequest, ({ endpoint, document }) => {
      const { provenance: _provenance, ...explained } = explain(endpoint, document, settings);
      const translated = translate(endpoint, document, settings);
      expect(JSON.stringify(translated)).toBe(JSON.stringify(explained));
    }),
    often,
  );
});

test("no name in a document reaches a prototype", () => {
  const names = Object.getOwnPropertyNames(Object.prototype).sort();
  fc.assert(
    fc.property(anyRequest, ({ endpoint, document }) => {
      translate(endpoint, document, settings);
      expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(names);
    }),
    often,
  );
});

/** Texts in UTF-16, halves of surrogate pairs among them. */
const anyText = fc.array(fc.nat(0xffff), { maxLength: 4 }).map((codes) => String.fromCharCode(...codes));
const name = fc.oneof(anyText, fc.integer(), fc.constantFrom(null, "", "cust_1", "\u{1f600}"));
const time = fc.stringMatching(
  /^20[0-2]\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([Tt ]([01]\d|2[0-4]):[0-5]\d(:[0-5]\d([.,]\d{1,3})?)?([Zz]|[+-]([01]\d|2[0-3])(:?[0-5]\d)?)?)?$/,
);
const identifiedEvent = fc.record({
  email: fc.oneof(fc.emailAddress(), fc.constantFrom(null, "x@müller.example", "a@example", "a b@example.com")),
  phone_number: fc.oneof(fc.stringMatching(/^\+[1-9]\d{4,15}$/), fc.constant(null)),
  external_id: name,
  unique_id: name,
  time,
});

test("what the compat surface takes of identifiers and times, the native API takes too", () => {
  let taken = 0;
  fc.assert(
    fc.property(identifiedEvent, ({ unique_id, time: at, ...attributes }) => {
      const metric = { data: { type: "metric", attributes: { name: "Placed Order" } } };
      const profile = { data: { type: "profile", attributes } };
      const event = { metric, profile, properties: {}, unique_id, time: at };
      const body = new TextEncoder().encode(JSON.stringify({ data: { type: "event", attributes: event } }));
      const read = readRequest("events", body, settings.now);
      if (!read.ok) return;
      taken += 1;
      const [call] = translate("events", read.document, settings).native;
      expect(readBody(eventBodySchema, call?.body ?? null)).toMatchObject({ ok: true });
    }),
    { numRuns: 2000 },
  );
  expect(taken).toBeGreaterThan(200);
});

test("every finding has its wording without holes", () => {
  fc.assert(
    fc.property(anyRequest, ({ endpoint, document }) => {
      for (const { code, message } of translate(endpoint, document, settings).findings) {
        expect(Object.keys(findingCatalogue)).toContain(code);
        expect(message).not.toMatch(/\{(from|to|name|eventType|standard|purpose|needs)\}/);
      }
    }),
  );
});
