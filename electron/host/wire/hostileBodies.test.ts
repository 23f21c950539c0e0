import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  compatHeaders,
  key,
  klaviyoEvent,
  klaviyoEvents,
  klaviyoProfile,
  type OpenHost,
  openHost,
} from "../host.fixture.ts";

let open: OpenHost;
beforeAll(async () => {
  open = await openHost({ rateLimit: "off" });
});
afterAll(() => open[Symbol.asyncDispose]());

const bulkProfiles = {
  data: {
    type: "profile-bulk-import-job",
    attributes: { profiles: { data: [{ type: "profile", attributes: { email: "ada@example.com" } }] } },
  },
};

const samples = [
  ["/api/events", klaviyoEvent({ value: 1, unique_id: "u", time: "2026-07-15T10:31:02Z" })],
  [
    "/api/profiles",
    klaviyoProfile({ email: "a@example.com", phone_number: "+12025550123", location: { city: "Ames" } }),
  ],
  ["/api/profile-bulk-import-jobs", bulkProfiles],
  ["/api/event-bulk-create-jobs", klaviyoEvents([{ email: "ada@example.com" }])],
  ["/v1/events", { event_type: "viewed", profile: { email: "a@example.com" }, properties: {} }],
  ["/v1/profiles", { email: "a@example.com", properties: { a: 1 } }],
] as const;

/** What has broken readers of JSON and of Klaviyo's documents before. */
const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    "",
    "\ud800",
    "\u0000",
    "9".repeat(400),
    1e308,
    -0,
    [],
    {},
    [[[[]]]],
    "2026-02-30T25:61:61Z",
    "0000-00-00",
    "+",
    "@",
    `${"a".repeat(300)}@example.com`,
  ),
  fc.constant(JSON.parse('{"__proto__": {"a": 1}, "constructor": {"prototype": 1}}')),
);

/** Replaces one value in the depth of a document, counted in the order of reading. */
function replaceNth(value: unknown, counter: { left: number }, replacement: unknown): unknown {
  if (counter.left-- === 0) return replacement;
  if (Array.isArray(value)) return value.map((each) => replaceNth(each, counter, replacement));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, replaceNth(each, counter, replacement)]),
  );
}

interface Sent {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly coding: string | undefined;
}

const encoder = new TextEncoder();

/** A sample with one value of any other kind, its text with a part lost or replaced, or any bytes. */
const anySent: fc.Arbitrary<Sent> = fc
  .tuple(
    fc.constantFrom(...samples),
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.tuple(fc.nat(30), odd).map(([place, other]) => ({ kind: "value", place, other }) as const),
      },
      {
        weight: 3,
        arbitrary: fc
          .tuple(fc.nat(400), fc.nat(20), fc.constantFrom("", '"', "}", "[", ",", "\\u", "1e999", "\u0000", "NaN"))
          .map(([at, length, put]) => ({ kind: "text", at, length, put }) as const),
      },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map((bytes) => ({ kind: "bytes", bytes }) as const) },
    ),
    fc.constantFrom(undefined, undefined, undefined, "gzip", "gzip-lie", "br", "identity"),
  )
  .map(([[path, document], change, coding]) => {
    const plain = bytesOf(document, change);
    const bytes = coding === "gzip" ? new Uint8Array(gzipSync(plain)) : plain;
    return { path, bytes, coding: coding?.replace("-lie", "") };
  });

type Change =
  | { readonly kind: "value"; readonly place: number; readonly other: unknown }
  | { readonly kind: "text"; readonly at: number; readonly length: number; readonly put: string }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array };

function bytesOf(document: object, change: Change): Uint8Array<ArrayBuffer> {
  if (change.kind === "bytes") return new Uint8Array(change.bytes);
  if (change.kind === "value") {
    return encoder.encode(JSON.stringify(replaceNth(document, { left: change.place }, change.other)) ?? "");
  }
  const text = JSON.stringify(document);
  return encoder.encode(text.slice(0, change.at) + change.put + text.slice(change.at + change.length));
}

function isNative(path: string): boolean {
  return path.startsWith("/v1/");
}

test("both surfaces answer any body with a success or a refusal in their form, never with a fault of their own", {
  timeout: 180_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(anySent, async ({ path, bytes, coding }) => {
      const authorization = isNative(path) ? `Bearer ${key}` : compatHeaders.authorization;
      const headers = { ...compatHeaders, authorization, "content-type": "application/json" };
      const response = await fetch(open.origin + path, {
        method: "POST",
        headers: { ...headers, ...(coding !== undefined && { "content-encoding": coding }) },
        body: bytes,
      });
      expect(response.status).toBeLessThan(500);
      const answer: unknown = await response.json();
      if (response.status >= 400) expect(answer).toHaveProperty(isNative(path) ? "error" : "errors");
    }),
    { numRuns: 600 },
  );
  expect(open.log).toEqual([]);
  const { exchanges } = await open.client.exchanges.list({
    session: (await open.client.workbench.status()).session.id,
    limit: 500,
  });
  for (const { id } of exchanges.slice(0, 100)) {
    await open.client.exchanges.get({ id });
    await open.client.exchanges.item({ id });
  }
});
