import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { detectFormat } from "./detectFormat.ts";
import type { ImportedItem, Importer } from "./importedRequest.ts";
import { importFormats } from "./importFormats.ts";

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
}

async function readText(importer: Importer, text: string, size: number): Promise<ImportedItem[]> {
  return Array.fromAsync(importer.read(pieces(text, size)));
}

const expectedEnding = ".expected.json";

function fixtures(folder: string): [string, string, ImportedItem[]][] {
  const names = readdirSync(folder).filter((name) => !name.endsWith(expectedEnding));
  return names.map((name) => {
    const path = `${folder}/${name}`;
    return [name, readFileSync(path, "utf8"), JSON.parse(readFileSync(path + expectedEnding, "utf8"))];
  });
}

describe.each(importFormats)("$id", (importer) => {
  const folder = `${import.meta.dirname}/${importer.id}/fixtures`;

  test.each(fixtures(`${folder}/valid`))("%s is recognised and read as a whole", async (name, text, expected) => {
    expect(detectFormat(text, name)).toMatchObject({ ok: true, importer: { id: importer.id } });
    const items = await readText(importer, text, text.length);
    expect(JSON.parse(JSON.stringify(items))).toEqual(expected);
    expect(items.filter(({ kind }) => kind === "skipped")).toEqual([]);
    expect(await readText(importer, text, 7)).toEqual(items);
  });

  test.each(fixtures(`${folder}/invalid`))(
    "%s is read but for what is told, with its place",
    async (_name, text, expected) => {
      const items = await readText(importer, text, text.length);
      expect(JSON.parse(JSON.stringify(items))).toEqual(expected);
      expect(items.filter(({ kind }) => kind === "skipped").length).toBeGreaterThan(0);
      expect(await readText(importer, text, 7)).toEqual(items);
    },
  );
});
