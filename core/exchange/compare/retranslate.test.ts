import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Json, parseJson, stringifyJson } from "../../json/json.ts";
import type { EndpointId } from "../../klaviyo/endpoints.ts";
import { readRequest } from "../../klaviyo/readRequest.ts";
import { anyRequest } from "../../translation/documents.fixture.ts";
import { translate } from "../../translation/translate.ts";
import type { MetricTable } from "../../translation/translation.ts";
import type { Exchange } from "../exchange.ts";
import { exchangeOf, nativeCall } from "./exchange.fixture.ts";
import { type Retranslation, retranslate } from "./retranslate.ts";

const at = "2026-01-15T10:31:02.000Z";

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text);
}

const event = JSON.stringify({
  data: {
    type: "event",
    attributes: {
      metric: { data: { type: "metric", attributes: { name: "Placed Order" } } },
      profile: { data: { type: "profile", attributes: { email: "jane@example.com", properties: { tier: "gold" } } } },
      properties: { total: 12.5 },
      unique_id: "o-1",
    },
  },
});

function bulkImport(count: number): string {
  const profiles = Array.from({ length: count }, (_item, index) => ({
    type: "profile",
    attributes: { email: `p${index}@example.com` },
  }));
  return JSON.stringify({ data: { type: "profile-bulk-import-job", attributes: { profiles: { data: profiles } } } });
}

function requestWith(body: string): Exchange["request"] {
  return { method: "POST", path: "/api", headers: [], body };
}

/** An exchange as it is recorded when a body is translated with a metric table. */
function recorded(endpoint: EndpointId, body: string, metrics: MetricTable = {}): Exchange {
  const read = readRequest(endpoint, bytesOf(body), at);
  if (!read.ok) throw new Error("The body is refused.");
  const { native, findings } = translate(endpoint, read.document, { metrics, now: at });
  return exchangeOf({
    endpoint,
    at,
    request: requestWith(body),
    native: native.map((call) => nativeCall(call.path, stringifyJson(call.body))),
    findings: [...read.findings, ...findings],
  });
}

function again(exchange: Exchange, metrics: MetricTable = {}, nativePending = 0): Retranslation {
  const { body } = exchange.request;
  return retranslate({ exchange, body: bytesOf(typeof body === "string" ? body : ""), nativePending }, { metrics });
}

function shown({ differences }: Retranslation): string[] {
  return differences.map(
    ({ kind, pointer, left, right, rules }) =>
      `${kind} ${pointer}: ${JSON.stringify(left)} > ${JSON.stringify(right)} (${rules.join()})`,
  );
}

/** The exchange with the body of its first native call changed as a former rule might have made it. */
function formerly(exchange: Exchange, change: (body: Record<string, Json>) => Json): Exchange {
  const [first, ...others] = exchange.native;
  if (!first || typeof first.request.body !== "string") throw new Error("There is no native call.");
  const body = change(JSON.parse(first.request.body));
  return { ...exchange, native: [{ ...first, request: { ...first.request, body: stringifyJson(body) } }, ...others] };
}

describe("a recorded request is translated again", () => {
  test.each<[EndpointId, string]>([
    ["events", event],
    ["profile-bulk-import-jobs", bulkImport(3)],
  ])("the same by the same rules: %s", (endpoint, body) => {
    expect(again(recorded(endpoint, body))).toEqual({
      exchange: "e1",
      verdict: "same",
      differences: [],
      omitted: 0,
      newFindings: [],
      goneFindings: [],
    });
  });

  test("with another metric table, and names the rule that it goes through", () => {
    const result = again(recorded("events", event), { "Placed Order": "order_placed" });
    expect(result.verdict).toBe("changed");
    expect(shown(result)).toEqual(['changed /0/body/event_type: "placed_order" > "order_placed" (event.event_type)']);
    expect(result.goneFindings.map(({ code, pointer }) => `${code} ${pointer}`)).toContain(
      "assumed /data/attributes/metric/data/attributes/name",
    );
    expect(result.newFindings).toEqual([]);
  });

  test("by rules that now carry, or no longer carry, a field", () => {
    const without = formerly(recorded("events", event), ({ idempotency_key: _gone, ...body }) => body);
    expect(shown(again(without))).toEqual(['added /0/body/idempotency_key: undefined > "o-1" (event.idempotency_key)']);
    const withMore = formerly(recorded("events", event), (body) => ({
      ...body,
      occurred_at: at,
      profile: { email: "jane@example.com", phone: "+15005550006" },
      unheard: 1,
    }));
    expect(shown(again(withMore))).toEqual([
      'removed /0/body/profile/phone: "+15005550006" > undefined (profile.phone)',
      `removed /0/body/occurred_at: "${at}" > undefined (event.occurred_at)`,
      "removed /0/body/unheard: 1 > undefined ()",
    ]);
  });

  test("by rules that now make another call", () => {
    const exchange = recorded("events", event);
    const [difference] = again({ ...exchange, native: exchange.native.slice(0, 1) }).differences;
    expect(difference?.kind).toBe("added");
    expect(difference?.pointer).toBe("/1");
    expect(difference?.rules).toEqual(["upsert.attributes", "profile.email"]);
  });

  test("and a request that is refused by now loses its calls and tells why", () => {
    const exchange = recorded("events", event);
    const result = retranslate({ nativePending: 0, exchange, body: bytesOf("{") }, { metrics: {} });
    expect(result.differences.map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual(["removed /0", "removed /1"]);
    expect(result.newFindings.map(({ code }) => code)).toEqual(["invalid-json"]);
  });

  test("whatever path the live API had before the endpoint's own", () => {
    const exchange = recorded("events", event);
    const native = exchange.native.map((call) => ({
      ...call,
      request: { ...call.request, path: call.request.path.replace("/v1", "/gateway/postscript") },
    }));
    expect(again({ ...exchange, native }).verdict).toBe("same");
  });

  test("as far as its native calls are made", () => {
    const exchange = recorded("profile-bulk-import-jobs", bulkImport(5));
    expect(again({ ...exchange, native: exchange.native.slice(0, 2) }, {}, 3).verdict).toBe("same");
    expect(again({ ...exchange, native: exchange.native.slice(0, 2) }).differences).toHaveLength(3);
  });

  test("up to the event that was refused, as no call follows it", () => {
    const exchange = recorded("events", event);
    const [first] = exchange.native;
    if (!first?.response) throw new Error("There is no answered native call.");
    const refused = { ...first, response: { ...first.response, status: 400 } };
    expect(exchange.native).toHaveLength(2);
    expect(again({ ...exchange, native: [refused] }).verdict).toBe("same");
    expect(again({ ...exchange, native: [first] }).verdict).toBe("changed");
  });

  test("not where it never reached the rules, or none of its calls are recorded", () => {
    const exchange = recorded("events", event);
    const finding = { severity: "error", code: "missing-key", kind: "refused", pointer: "", message: "" } as const;
    expect(again({ ...exchange, native: [], findings: [finding] }).verdict).toBe("untranslated");
    expect(again({ ...exchange, endpoint: "lists" }).verdict).toBe("untranslated");
    expect(again({ ...exchange, native: [], findings: [] }).verdict).toBe("unrecorded");
  });

  test("without rounding a number", () => {
    const exact = event.replace("12.5", "12345678901234567890");
    const result = again(formerly(recorded("events", exact), (body) => body));
    expect(result.verdict).toBe("changed");
    const parsed = parseJson("12345678901234567890");
    expect(result.differences.map(({ right }) => right)).toEqual([parsed.ok && parsed.value]);
  });
});

test("any request is translated again to what it was, and any bytes without a fault", () => {
  fc.assert(
    fc.property(anyRequest, ({ endpoint, document }) => {
      const body = stringifyJson(document);
      const read = readRequest(endpoint, bytesOf(body), at);
      const { differences, newFindings, goneFindings } = again(
        read.ok
          ? recorded(endpoint, body)
          : exchangeOf({ endpoint, at, request: requestWith(body), findings: [...read.findings] }),
      );
      expect([differences, newFindings, goneFindings]).toEqual([[], [], []]);
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array(), (body) => {
      const exchange = exchangeOf({ findings: [] });
      expect(retranslate({ nativePending: 0, exchange, body }, { metrics: {} }).newFindings.length).toBeGreaterThan(0);
    }),
  );
});
