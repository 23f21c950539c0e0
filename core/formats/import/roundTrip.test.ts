import fc from "fast-check";
import { expect, test } from "vitest";
import { har } from "./har/har.ts";
import type { ImportedItem, Importer } from "./importedRequest.ts";
import { json } from "./json/json.ts";
import { ndjson } from "./ndjson/ndjson.ts";
import { postman } from "./postman/postman.ts";

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function readText(importer: Importer, text: string): Promise<ImportedItem[]> {
  return Array.fromAsync(importer.read(once(text)));
}

const text = fc.string({ unit: "binary" }).map((each) => each.toWellFormed());
const header = fc.tuple(
  fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,12}$/).filter((name) => name.toLowerCase() !== "content-type"),
  text.map((value) => value.replace(/[\r\n\0]/g, "").trim()),
);
const bytes = fc.uint8Array({ maxLength: 20 }).map((each) => Buffer.from(each));
const message = { headers: fc.array(header, { maxLength: 4 }), body: text };
const exchange = fc.record({
  method: fc.constantFrom("POST", "GET", "DELETE"),
  path: fc.stringMatching(/^\/[a-zA-Z0-9/?&=%._~:@!$'()*+,;-]{0,30}$/),
  ...message,
  response: fc.record({ status: fc.integer({ min: 100, max: 599 }), headers: message.headers, bytes }),
  at: fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true }).map((date) => date.toISOString()),
  durationMs: fc.integer({ min: 0, max: 60_000_000 }).map((each) => each / 1000),
});

const pairs = (headers: [string, string][]) => headers.map(([name, value]) => ({ name, value }));
const keyed = (headers: [string, string][]) => headers.map(([key, value]) => ({ key, value }));
const notCoding = ([name]: [string, string]) => !/^(?:content|transfer)-encoding$/i.test(name);

/** A body as exchanges keep it: text where the bytes are UTF-8. */
function bodyOf(each: Buffer): unknown {
  const decoded = each.toString("utf8");
  return Buffer.from(decoded, "utf8").equals(each) ? decoded : { base64: each.toString("base64") };
}

test("HAR: requests and answers are read back as they were, bytes that are no text included", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(exchange, { maxLength: 5 }), async (exchanges) => {
      const entries = exchanges.map(({ method, path, headers, body, response, at, durationMs }) => ({
        startedDateTime: at,
        time: durationMs,
        request: { method, url: `https://h:1${path}`, headers: pairs(headers), postData: { text: body } },
        response: {
          status: response.status,
          headers: pairs(response.headers),
          content: { encoding: "base64", text: response.bytes.toString("base64") },
        },
      }));
      const items = await readText(har, JSON.stringify({ log: { entries } }));
      expect(items).toEqual(
        exchanges.map(({ method, path, headers, body, response, at, durationMs }, index) => ({
          kind: "request",
          place: `entry ${index + 1}`,
          host: "h:1",
          request: { method, path, headers, body },
          response: {
            status: response.status,
            headers: response.headers.filter(notCoding),
            body: bodyOf(response.bytes),
          },
          at,
          durationMs,
          notes: [],
        })),
      );
    }),
  );
});

test.each([
  ["of this program keeps its coding: it was sent so", { _exchange: {} }, [["Content-Encoding", "gzip"]]],
  ["of another program loses its coding, which was undone", {}, []],
])("HAR: a request with a text %s", async (_what, members, headers) => {
  const request = {
    method: "POST",
    url: "https://h/api/events",
    headers: pairs([["Content-Encoding", "gzip"]]),
    postData: { text: "{}" },
  };
  const items = await readText(har, JSON.stringify({ log: { entries: [{ request, ...members }] } }));
  expect(items).toMatchObject([{ kind: "request", request: { body: "{}", headers } }]);
});

test("Postman: requests and saved answers are read back as they were", async () => {
  const plain = exchange.filter(({ headers, body }) => !JSON.stringify([headers, body]).includes("{{"));
  await fc.assert(
    fc.asyncProperty(fc.array(plain, { maxLength: 5 }), async (exchanges) => {
      const item = exchanges.map(({ method, path, headers, body, response }) => {
        const request = {
          method,
          url: { raw: `https://h:1${path}` },
          header: keyed(headers),
          body: { mode: "raw", raw: body },
        };
        const example = {
          code: response.status,
          header: keyed(response.headers),
          body: "{}",
          originalRequest: request,
        };
        return { name: "n", request, response: [example] };
      });
      const items = await readText(postman, JSON.stringify({ item }));
      expect(items).toMatchObject(
        exchanges.map(({ method, path, headers, body, response }) => ({
          host: "h:1",
          request: {
            method,
            path,
            headers: body === "" ? headers : [...headers, ["Content-Type", "text/plain"]],
            body,
          },
          response: { status: response.status, headers: response.headers, body: "{}" },
        })),
      );
    }),
  );
});

test("JSON and NDJSON: documents are read byte by byte, however they are laid out", async () => {
  const type = fc.constantFrom("event", "profile");
  const documents = fc.array(fc.tuple(type, fc.jsonValue(), fc.nat(3)), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(documents, async (parts) => {
      const laidOut = parts.map(([each, extra, indent]) =>
        JSON.stringify({ data: { type: each, extra } }, null, indent),
      );
      const bodies = (items: ImportedItem[]) => items.map((item) => item.kind === "request" && item.request.body);
      expect(bodies(await readText(json, `[${laidOut.join(" ,\n")}]`))).toEqual(laidOut);
      const flat = parts.map(([each, extra]) => JSON.stringify({ data: { type: each, extra } }));
      expect(bodies(await readText(ndjson, flat.join("\r\n\n")))).toEqual(flat);
    }),
  );
});

test("NDJSON: exchanges that were printed are read back", async () => {
  await fc.assert(
    fc.asyncProperty(exchange, async ({ method, path, headers, body, response, at, durationMs }) => {
      const request = { method, path, headers, body };
      const answer = { status: response.status, headers: response.headers, body: bodyOf(response.bytes) };
      const line = JSON.stringify({ id: "e", seq: 1, request, native: [], response: answer, at, durationMs });
      expect(await readText(ndjson, line)).toEqual([
        { kind: "request", place: "line 1", host: undefined, request, response: answer, at, durationMs, notes: [] },
      ]);
    }),
  );
});
