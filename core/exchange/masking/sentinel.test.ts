import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Exchange, ExchangeRequest } from "../exchange.ts";
import { createLeakScanner } from "./createLeakScanner.ts";
import { createMasker } from "./createMasker.ts";
import { eventExchange } from "./exchange.fixture.ts";
import { person } from "./people.fixture.ts";

const octets = (text: string): string[] => [...Buffer.from(text)].map((byte) => byte.toString(16).padStart(2, "0"));
const base64 = (text: string, before = ""): string => Buffer.from(before + text).toString("base64");
/** What base64 makes of a text whatever follows it: its whole groups of three bytes. */
const base64Groups = (text: string): string => base64(text).slice(0, Math.floor(Buffer.byteLength(text) / 3) * 4);
const escaped = (text: string): string =>
  text
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");

/** The ways in which a text can be written. */
const spellings = {
  "as it is": (text: string) => text,
  "percent-encoded": (text: string) => encodeURIComponent(text),
  "percent-encoded letter by letter": (text: string) =>
    octets(text)
      .map((octet) => `%${octet}`)
      .join(""),
  "in JSON escapes": escaped,
  "in JSON escapes of JSON escapes": (text: string) => escaped(escaped(text)),
  "in base64": (text: string) => base64(text),
  "in base64, one byte on": (text: string) => base64(text, "-"),
  "in base64, two bytes on": (text: string) => base64(text, "- "),
  "in base64 after a path": (text: string) => `a/b/${base64(text)}`,
  "in base64 for addresses": (text: string) => Buffer.from(text).toString("base64url"),
  "in JSON in base64": (text: string) => base64(JSON.stringify({ note: text })),
  "in JSON in a JSON string": (text: string) => JSON.stringify(JSON.stringify({ deep: [text] })),
};

function withRequest(change: Partial<ExchangeRequest>): Exchange {
  const request: ExchangeRequest = { method: "POST", path: "/klaviyo/v1/api/events", headers: [], body: "", ...change };
  return eventExchange({ request, native: [], response: null });
}

function withNative(sent: string, answered: string): Exchange {
  const request: ExchangeRequest = { method: "POST", path: "/v1/events", headers: [], body: sent };
  const response = { status: 201, headers: [], body: answered };
  return eventExchange({ native: [{ request, response, durationMs: 1 }], response: null });
}

const property = (text: string): string => JSON.stringify({ data: { attributes: { properties: { note: text } } } });
const finding = { severity: "info", code: "assumed", kind: "assumed", pointer: "", message: "" } as const;

/** The places of an exchange that can have a text. */
const places: Readonly<Record<string, (text: string) => Exchange>> = {
  "a segment of the path": (text) => withRequest({ path: `/api/profiles/${encodeURIComponent(text)}` }),
  "the query": (text) => withRequest({ path: `/api/events?filter=${encodeURIComponent(text)}` }),
  "a header": (text) => withRequest({ headers: [["X-Note", text]] }),
  "a property": (text) => withRequest({ body: property(text) }),
  "the name of a property": (text) => withRequest({ body: JSON.stringify({ [text]: 1 }) }),
  "a body that is text": (text) => withRequest({ body: `Note: ${text} (end)` }),
  "a body that is cut short": (text) => withRequest({ body: property(text).slice(0, -5) }),
  "a form": (text) => withRequest({ body: `a=1&note=${encodeURIComponent(text)}` }),
  "bytes that are no text": (text) =>
    withRequest({ body: { base64: Buffer.from(`\xff ${text}`, "latin1").toString("base64") } }),
  "a native request": (text) => withNative(property(text), "{}"),
  "a native answer": (text) => withNative("{}", property(text)),
  "a Klaviyo answer": (text) => eventExchange({ response: { status: 400, headers: [], body: property(text) } }),
  "the message of a finding": (text) => eventExchange({ findings: [{ ...finding, message: text }] }),
  "the pointer of a finding": (text) => eventExchange({ findings: [{ ...finding, pointer: `/data/${text}` }] }),
};

/** The values of a person that are looked for everywhere. */
function valuesOf(someone: object): string[] {
  return Object.values(someone)
    .flatMap((value: unknown) => (typeof value === "object" && value !== null ? Object.values(value) : [value]))
    .filter((value): value is string => typeof value === "string");
}

function declaring(someone: object): Exchange {
  return withRequest({ body: JSON.stringify({ data: { type: "profile", attributes: someone } }) });
}

const asciiPerson = person.filter((someone) => /^[\x20-\x7e]*$/.test(JSON.stringify(someone)));

describe.each(Object.entries(spellings))("what is written %s", (_spelling, spell) => {
  test.each(Object.entries(places))("is masked in %s, and found there when it is left", async (place, plant) => {
    const someone = place === "bytes that are no text" ? asciiPerson : person;
    await fc.assert(
      fc.asyncProperty(someone, async (declared) => {
        const masker = createMasker({ secret: "s", keep: [], add: [] });
        masker.learn(declaring(declared));
        const originals = [...masker.originals()];
        const known = valuesOf(declared).filter((value) =>
          originals.some((original) => value.includes(original.value)),
        );
        for (const value of known) {
          const planted = plant(spell(` ${value} `));
          const scanner = createLeakScanner(originals);
          expect(await scanner.scan([JSON.stringify(planted)], "f"), value).not.toEqual([]);
          const masked = JSON.stringify(masker.mask(planted));
          expect(await scanner.scan([masked], "f"), value).toEqual([]);
          expect(masked).not.toContain(value);
          expect(masked).not.toContain(base64Groups(value));
          expect(masked).not.toContain(encodeURIComponent(value));
        }
      }),
      { numRuns: 3 },
    );
  });
});

test("nothing of a masked session is found, whoever wrote of whom", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 2, maxLength: 12 }), async (people) => {
      const session = people.map((someone, index) => {
        const other = people[(index + 1) % people.length] ?? {};
        const attributes = { ...someone, properties: { note: `sent by ${valuesOf(other).join(", ")}` } };
        return declaring(attributes);
      });
      const masker = createMasker({ secret: "s", keep: [], add: [] });
      for (const exchange of session) masker.learn(exchange);
      const masked = session.map((exchange) => JSON.stringify(masker.mask(exchange))).join("\n");
      expect(await createLeakScanner(masker.originals()).scan([masked], "f")).toEqual([]);
    }),
  );
});
