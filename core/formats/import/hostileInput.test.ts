import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectFormat } from "./detectFormat.ts";
import type { ImportedItem, Importer } from "./importedRequest.ts";
import { importFormats } from "./importFormats.ts";

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function readText(importer: Importer, text: string): Promise<ImportedItem[]> {
  return Array.fromAsync(importer.read(once(text)));
}

/** What may be relied on of an item, whatever the file held. */
function expectSound(items: readonly ImportedItem[]): void {
  for (const item of items) {
    expect(item.place).not.toBe("");
    if (item.kind === "skipped") {
      expect(item.reason).toMatch(/\S[.)]$/);
      continue;
    }
    const { method, path, headers } = item.request;
    expect(`${method} ${path}`).toMatch(/^\S+ [/*]\S*$/);
    expect(headers.flat().join("")).not.toMatch(/[\r\n\0]/);
    if (item.response) expect(item.response.status).toBeGreaterThanOrEqual(100);
    if (item.at !== undefined) expect(new Date(item.at).toISOString()).toBe(item.at);
  }
}

const samples = [
  ["har", "har/fixtures/valid/browser.har"],
  ["postman", "postman/fixtures/valid/collection.json.txt"],
  ["postman", "postman/fixtures/valid/version20.json.txt"],
  ["ndjson", "ndjson/fixtures/valid/mixed.ndjson"],
  ["json", "json/fixtures/valid/list.json.txt"],
  ["curl", "curl/fixtures/valid/supportTicket.txt"],
  ["curl", "curl/fixtures/valid/browserCmd.bat"],
  ["curl", "curl/fixtures/valid/powershell.ps1"],
] as const;

function sample(path: string): string {
  return readFileSync(`${import.meta.dirname}/${path}`, "utf8");
}

function importerOf(id: string): Importer {
  const importer = importFormats.find((each) => each.id === id);
  if (!importer) throw new Error(`There is no format ${id}.`);
  return importer;
}

test.each(importFormats)("$id reads any text to its end", async (importer) => {
  const fragment = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    '"',
    "\\",
    ",",
    ":",
    '"log"',
    '"entries"',
    '"item"',
    '"request"',
    "curl ",
    "\n",
    "'",
    "\ud800",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(fragment, fc.string({ unit: "binary" }))), async (parts) => {
      const text = parts.join("");
      detectFormat(text, "");
      expectSound(await readText(importer, text));
    }),
  );
});

test.each(samples)("%s: %s is read to its end with parts of its text lost, doubled or replaced", async (id, path) => {
  const text = sample(path);
  const at = fc.nat(text.length);
  const cut = fc.tuple(
    at,
    fc.nat(40),
    fc.constantFrom("", "__proto__", '"', "{{", "}", "[", "\\ud800", "null", "\0", "1e999"),
    fc.boolean(),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 4 }), async (cuts) => {
      let changed = text;
      for (const [start, length, inserted, isDoubled] of cuts) {
        const end = isDoubled ? start : start + length;
        changed =
          changed.slice(0, start) +
          inserted +
          text.slice(start, isDoubled ? start + length : start) +
          changed.slice(end);
      }
      expectSound(await readText(importerOf(id), changed));
    }),
    { numRuns: 150 },
  );
});

/** Replaces one value in the depth of a document, counted in the order of reading. */
function replaceNth(value: unknown, counter: { left: number }, replacement: unknown): unknown {
  if (counter.left-- === 0) return replacement;
  if (Array.isArray(value)) return value.map((each) => replaceNth(each, counter, replacement));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, replaceNth(each, counter, replacement)]),
  );
}

test.each([samples[0], samples[1], samples[2]])(
  "%s: %s is read to its end with a value of any other type in any place",
  async (id, path) => {
    const document: unknown = JSON.parse(sample(path));
    const other = fc.oneof(fc.jsonValue(), fc.constantFrom("{{base}}", "", "\ud800", JSON.parse('{"__proto__": []}')));
    await fc.assert(
      fc.asyncProperty(fc.nat(150), other, async (place, replacement) => {
        const text = JSON.stringify(replaceNth(document, { left: place }, replacement));
        expectSound(await readText(importerOf(id), text));
      }),
      { numRuns: 400 },
    );
  },
);

describe("what would take for ever", () => {
  const deep = 100_000;
  const many = 20_000;
  const folders = `${'{"item":['.repeat(deep)}${"]}".repeat(deep)}`;
  const laughs = Array.from({ length: 60 }, (_, index) => ({
    key: `v${index}`,
    value: `{{v${index + 1}}}{{v${index + 1}}}`,
  }));
  const texts: Readonly<Record<string, string>> = {
    "deep nesting": `{"log":{"entries":[${"[".repeat(deep)}${"]".repeat(deep)}]}}`,
    "deep folders": `{"info":{"schema":"https://schema.getpostman.com/json/collection/v2.1.0/"},"item":[${folders}]}`,
    "variables that double each other": JSON.stringify({
      variable: laughs,
      item: [{ request: { url: "http://x/", body: { raw: "{{v0}}" } } }],
    }),
    "a variable of itself": JSON.stringify({
      variable: [{ key: "a", value: "{{a}}{{a}}" }],
      item: [{ request: "http://x/{{a}}" }],
    }),
    "many quotes": "curl '".repeat(many),
    "many addresses and headers": `curl ${"http://x/ -H a:b -d 1 ".repeat(2000)}`,
    "many pipes": "curl x|".repeat(many),
    "many backslashes": `curl ^"${"\\".repeat(many * 10)}`,
    "many spaces": `curl http://x/ -H 'a:${" ".repeat(many * 10)}b'`,
    "many prompts": `${"PS ".repeat(many)}> curl.exe 'x'`,
    "many commas": `[${",".repeat(many)}]`,
    "many braces": "{{".repeat(many),
    "one long name": `{"${"a".repeat(many * 20)}":1}`,
  };

  test.each(Object.keys(texts))("%s is read in time by every format", { timeout: 60_000 }, async (name) => {
    for (const importer of importFormats) {
      const started = performance.now();
      expectSound(await readText(importer, texts[name] ?? ""));
      expect(performance.now() - started).toBeLessThan(10_000);
    }
  });
});
