import fc from "fast-check";
import { expect, test } from "vitest";
import { filterKeys } from "./filterKeys.ts";
import { parseFilter } from "./parseFilter.ts";

const bounds = (...pairs: [string, number | string][]) => ({
  form: "bounds",
  bounds: pairs.map(([operator, than]) => ({ operator, than })),
});

test.each([
  ["status:4xx", "status", bounds([">=", 400], ["<=", 499])],
  ["status:404", "status", bounds([">=", 404], ["<=", 404])],
  ["STATUS:400-429", "status", bounds([">=", 400], ["<=", 429])],
  ["status:none", "status", { form: "none" }],
  ["endpoint:Events", "endpoint", { form: "word", word: "events" }],
  ["method:post", "method", { form: "word", word: "post" }],
  ["finding:lost", "finding", { form: "word", word: "lost" }],
  ["origin:replayed", "origin", { form: "word", word: "replayed" }],
  ["before:2026-07-15", "before", bounds(["<", "2026-07-15T00:00:00.000Z"])],
  ["after:2026-07-15T10:30", "after", bounds([">=", "2026-07-15T10:30:00.000Z"])],
  ["after:2026-07-15T10:30:05+02:00", "after", bounds([">=", "2026-07-15T08:30:05.000Z"])],
  ["duration:>100", "duration", bounds([">", 100])],
  ["duration:<=1.5s", "duration", bounds(["<=", 1500])],
  ["duration:100-200", "duration", bounds([">=", 100], ["<=", 200])],
])("%s is understood", (text, key, test) => {
  const parsed = parseFilter(text);
  expect(parsed).toMatchObject({ ok: true, terms: [{ kind: "key", key, test, negated: false }] });
});

test("words, phrases and keys stand side by side, and a minus turns each round", () => {
  const parsed = parseFilter(' jane  -"placed order" -status:5xx ORD-12 "a \\"b\\"" ');
  expect(parsed).toEqual({
    ok: true,
    terms: [
      { kind: "text", text: "jane", negated: false },
      { kind: "text", text: "placed order", negated: true },
      { kind: "key", key: "status", value: "5xx", test: bounds([">=", 500], ["<=", 599]), negated: true },
      { kind: "text", text: "ORD-12", negated: false },
      { kind: "text", text: 'a "b"', negated: false },
    ],
  });
});

test.each([
  ["10:31:02", "10:31:02"],
  ['"http://localhost:8020"', "http://localhost:8020"],
  ['"still typing', "still typing"],
  ["jane.doe@example.com", "jane.doe@example.com"],
])("%s is text", (text, words) => {
  expect(parseFilter(text)).toEqual({ ok: true, terms: [{ kind: "text", text: words, negated: false }] });
});

test.each(["", "   ", '""', "-"])("%j filters nothing", (text) => {
  expect(parseFilter(text)).toEqual({ ok: true, terms: [] });
});

test.each([
  ["jane colour:red", 5, /no key "colour".*status, endpoint/],
  ["status:", 0, /status: takes .* no value/],
  ["a -status:9xx", 2, /status: takes .*"9xx"/],
  ["origin:dreamt", 0, /captured, composed, replayed, imported/],
  ["before:yesterday", 0, /2026-07-15/],
  ["before:2026-99-99", 0, /2026-07-15/],
  ["duration:fast", 0, />100/],
])("%s is refused with its place and what would fit", (text, at, message) => {
  expect(parseFilter(text)).toEqual({ ok: false, at, message: expect.stringMatching(message) });
});

test("every value that completion offers is understood", () => {
  for (const { key, values } of filterKeys) {
    for (const value of values) expect(parseFilter(`${key}:${value}`)).toMatchObject({ ok: true, terms: [{ key }] });
  }
});

test("any text is understood or refused with a place inside it", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const parsed = parseFilter(text);
      expect(parsed.ok || (parsed.at >= 0 && parsed.at < text.length)).toBe(true);
    }),
  );
});
