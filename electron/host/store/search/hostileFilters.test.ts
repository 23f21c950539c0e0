import fc from "fast-check";
import { expect, test } from "vitest";
import { filterKeys } from "../../../../core/exchange/filter/filterKeys.ts";
import { parseFilter } from "../../../../core/exchange/filter/parseFilter.ts";
import { openRecords } from "../openRecords.ts";
import { append, record, storeFolder } from "../store.fixture.ts";

const words = fc.oneof(
  fc.constantFrom(
    ...["velvet", "*", "NEAR(a b)", "a AND", "OR", "NOT", "^", "{a b}:", "col:x", "'", '"', "%", "_", "--", ";", "\\"],
    ...[
      "\u0000",
      "\ud800",
      "é",
      "用户",
      "🎉",
      "none",
      "4xx",
      "404-200",
      ">1s",
      "2026-01-01",
      "1e999",
      "x".repeat(5000),
    ],
  ),
  fc.string({ unit: "binary" }),
);
const key = fc.constantFrom(...filterKeys.map((each) => each.key), "nokey");
const term = fc
  .tuple(fc.constantFrom("", "-"), fc.option(key), words, fc.boolean())
  .map(([minus, name, word, isQuoted]) => `${minus}${name === null ? "" : `${name}:`}${isQuoted ? `"${word}"` : word}`);

test("whatever is understood as a filter can be searched with, in the index and without it", {
  timeout: 120_000,
}, async () => {
  await using folder = await storeFolder();
  const store = await folder.open();
  await append(store, record(), record({ title: "Blue velvet", endpoint: "profiles" }));
  using records = openRecords(folder.dataDir);
  await fc.assert(
    fc.asyncProperty(fc.array(term, { maxLength: 6 }), async (terms) => {
      const filter = terms.join(" ");
      const parsed = parseFilter(filter);
      if (!parsed.ok) {
        expect(parsed.message).toMatch(/\.$/u);
        return;
      }
      const page = await store.reader.listExchanges({ filter, limit: 10 });
      const scanned = [...records.exchanges(undefined, filter)];
      expect(scanned.map(({ id }) => id)).toEqual(page.exchanges.map(({ id }) => id));
    }),
    { numRuns: 500 },
  );
});
