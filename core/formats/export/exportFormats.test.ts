import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type Exchange, exchangeSchema } from "../../exchange/exchange.ts";
import { collected, inTurn } from "../session/exchanges.fixture.ts";
import type { ExportContext, ExportFormat } from "./exportFormat.ts";
import { exportFormats, isExportFormatName } from "./exportFormats.ts";

const golden = new URL("./golden/", import.meta.url);
const exchanges = z.array(exchangeSchema).parse(JSON.parse(readFileSync(new URL("exchanges.json", golden), "utf8")));

const context: ExportContext = {
  session: {
    id: "s1",
    name: "Checkout",
    note: "",
    tags: [],
    createdAt: "2026-06-01T12:00:00.000Z",
    exchanges: 5,
    bytes: 4096,
    firstAt: "2026-06-01T12:00:00.000Z",
    lastAt: "2026-06-01T12:00:05.000Z",
  },
  compatUrl: "http://localhost:8020/klaviyo/v1",
  nativeUrl: "http://localhost:8020/v1",
  version: "0.1.0",
  now: "2026-06-02T08:00:00.000Z",
};

/** The code that sends and compares is proved by running it, not by its text. */
const provedByRunning = new Set(["compat.mjs", "compat.js"]);

async function filesOf(format: ExportFormat, written: Iterable<Exchange>): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const { path, text } of format.write(inTurn(written), context)) {
    files.set(path, (files.get(path) ?? "") + text);
  }
  return files;
}

/** The whole output as one text: a line with the path before each file of a folder. */
async function outputOf(format: ExportFormat): Promise<string> {
  const files = [...(await filesOf(format, exchanges))].filter(([path]) => !provedByRunning.has(path));
  return files.map(([path, text]) => (path === "" ? text : `=== ${path}\n${text}`)).join("");
}

const formats: [string, ExportFormat][] = Object.entries(exportFormats);

test("the formats are those of the command line", () => {
  expect(Object.keys(exportFormats).join(" ")).toBe(
    "session fixtures vitest jest pytest har curl native-curl postman wiremock msw k6 ndjson",
  );
  expect(formats.filter(([name, { id }]) => name !== id)).toEqual([]);
  expect(isExportFormatName("native-curl")).toBe(true);
  expect(isExportFormatName("constructor")).toBe(false);
});

test("each expected output belongs to a format", () => {
  const names = readdirSync(golden).filter((file) => file.endsWith(".txt"));
  expect(names.sort()).toEqual(formats.map(([name]) => `${name}.txt`).sort());
});

describe.each(formats)("%s", (name, format) => {
  test("writes the recorded exchanges as expected", async () => {
    expect(await outputOf(format)).toBe(readFileSync(new URL(`${name}.txt`, golden), "utf8"));
  });

  test("writes the same again", async () => {
    expect(await outputOf(format)).toBe(await outputOf(format));
  });

  test("takes no exchange before it has written the one before", async () => {
    let taken = 0;
    async function* many(): AsyncGenerator<Exchange, void, undefined> {
      for (const exchange of exchanges) {
        taken += 1;
        yield exchange;
      }
    }
    let takenByFirst: number | undefined;
    for await (const { text } of format.write(many(), context)) {
      if (/order_refunded|Order Refunded/.test(text)) takenByFirst ??= taken;
    }
    expect([takenByFirst, taken]).toEqual([1, 5]);
  });

  test("keeps to its kind: one file without a name, or files with names", async () => {
    const paths = [...(await filesOf(format, exchanges)).keys()];
    if (format.kind === "file") expect(paths).toEqual([""]);
    else expect(paths.filter((path) => !/^(?:mappings\/)?[a-z0-9][a-z0-9_.-]*$/.test(path))).toEqual([]);
  });

  test("writes no exchanges as a whole output", async () => {
    for (const [path, text] of await filesOf(format, [])) {
      if (path.endsWith(".json") || ["har", "postman"].includes(name)) expect(() => JSON.parse(text)).not.toThrow();
    }
  });
});

const refusedKey = "key_#999aaa8645bb";

test.each(["vitest", "jest", "pytest", "curl", "native-curl", "postman", "k6"] as const)(
  "%s has a variable wherever a good key was",
  async (name) => {
    const text = (await collected(exportFormats[name].write(inTurn(exchanges), context)))
      .map((chunk) => chunk.text)
      .join("");
    expect(text).not.toContain("ps_test_#");
    expect(text).toMatch(/KLAVIYO_API_KEY|POSTSCRIPT_API_KEY|apiKey/);
    if (name !== "native-curl") expect(text).toContain(refusedKey);
  },
);
