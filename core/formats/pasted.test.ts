import { describe, expect, it } from "vitest";
import { pastedKind, readPastedJson } from "./pasted.ts";

describe("pastedKind", () => {
  it("tells a command line and a JSON object from prose", () => {
    expect(pastedKind("  $ curl -X POST http://x")).toBe("curl");
    expect(pastedKind("curling is a sport")).toBeUndefined();
    expect(pastedKind(' {"a": 1}\n')).toBe("json");
    expect(pastedKind("[1, 2]")).toBeUndefined();
  });
});

describe("readPastedJson", () => {
  it("names the endpoint by data.type and keeps the text as it is", () => {
    const body = '{ "data": { "type": "profile-bulk-import-job" } }';
    expect(readPastedJson(body)).toEqual({ endpoint: "profile-bulk-import-jobs", body });
  });

  it("takes an object of another shape without an endpoint, and nothing that is not JSON", () => {
    expect(readPastedJson('{"event_type":"placed_order"}')?.endpoint).toBeUndefined();
    expect(readPastedJson("{ not: json }")).toBeUndefined();
  });
});
