import { expect, test } from "vitest";
import { detectFormat } from "./detectFormat.ts";

function formatOf(start: string, fileName = ""): string {
  const detected = detectFormat(start, fileName);
  return detected.ok ? detected.importer.id : detected.message;
}

test("a format is told by the text, and by the name where the text leaves a choice", () => {
  expect(formatOf('\uFEFF{\n "log": {"version"')).toBe("har");
  expect(formatOf('{"creator": {}, "log": {}}', "Export.HAR")).toBe("har");
  expect(formatOf('{"info":{"schema":"https://schema.getpostman.com/json/collection/v2.1.0/"')).toBe("postman");
  expect(formatOf('{"collection":{}}', "a.postman_collection.json")).toBe("postman");
  expect(formatOf("Please look at this:\n/usr/bin/curl -X POST http://x/")).toBe("curl");
  expect(formatOf('{"data":{}}\n{"data":{"a"')).toBe("ndjson");
  expect(formatOf('{"data":{}}', "one.jsonl")).toBe("ndjson");
  expect(formatOf('{\n"data":{}}')).toBe("json");
  expect(formatOf('[{"data":{"note":"curl http://x/"}}]')).toBe("json");
});

test("what is not understood is answered with what is", () => {
  expect(formatOf("GET / HTTP/1.1", "dump.txt")).toBe(
    "dump.txt is in no format that is understood. What can be imported: HAR 1.2; Postman collection 2.1; curl commands; " +
      "NDJSON: Klaviyo documents or exchanges, one a line; JSON: one Klaviyo document, or a list of them.",
  );
  expect(formatOf(" \n")).toMatch(/^This text is empty\. What can be imported: /);
});
