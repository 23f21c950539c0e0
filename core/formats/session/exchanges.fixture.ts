/** Arbitrary exchanges, with what breaks careless writers in every text: for property tests. */
import fc from "fast-check";
import { type Body, type Exchange, type Headers, origins } from "../../exchange/exchange.ts";
import { findingKinds, severities } from "../../translation/finding.ts";

/** Texts that end or start something in one of the languages that exports are written in. */
const hostile = fc.constantFrom(
  "\"'`\\",
  `\${process.exit(1)} $(exit 3) $HOME \`exit 4\``,
  "</script><!-- ]]>",
  "\u2028\u2029\u0000\u0085",
  "*/ // # --",
  "line\r\nline\n=== end",
  '"""\\"""',
  "{{baseUrl}} {{$guid}}",
  `\${json-unit.any-string}`,
  '{"__proto__":{"a":1},"n":12345678901234567890,"m":10.50}',
  "é 🎉 \ufeff",
);

/** Any text, lone halves of surrogate pairs included. */
export const anyText = fc.oneof(
  hostile,
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.array(hostile, { maxLength: 4 }).map((parts) => parts.join("")),
);

const base64 = fc.base64String({ maxLength: 40 });
const body: fc.Arbitrary<Body> = fc.oneof(
  anyText,
  base64.map((text) => ({ base64: text })),
);
const headers: fc.Arbitrary<Headers> = fc.array(fc.tuple(anyText, anyText), { maxLength: 4 });
const request = fc.record({ method: anyText, path: anyText, headers, body });
const response = fc.option(fc.record({ status: fc.integer({ min: 100, max: 599 }), headers, body }));
const milliseconds = fc.double({ min: 0, max: 1e6, noNaN: true });
const finding = fc.record({
  severity: fc.constantFrom(...severities),
  code: anyText,
  kind: fc.constantFrom(...findingKinds),
  pointer: anyText,
  message: anyText,
});

/** Exchanges whose every text is any text, as a file from elsewhere may hold them. */
export const anyExchange: fc.Arbitrary<Exchange> = fc.record({
  id: anyText,
  session: anyText,
  seq: fc.nat(),
  at: fc.oneof(anyText, fc.constant("2026-06-01T12:00:00.000Z")),
  origin: fc.constantFrom(...origins),
  parent: fc.option(anyText),
  endpoint: fc.oneof(anyText, fc.constantFrom("events", "profile-bulk-import-jobs")),
  request,
  native: fc.array(fc.record({ request, response, durationMs: milliseconds }), { maxLength: 2 }),
  response,
  findings: fc.array(finding, { maxLength: 2 }),
  durationMs: milliseconds,
});

/** Items one by one, as a store gives them. */
export async function* inTurn<T>(items: Iterable<T>): AsyncGenerator<T, void, undefined> {
  yield* items;
}

/** All items there are. */
export async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
