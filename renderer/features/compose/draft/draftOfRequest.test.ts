import { expect, test } from "vitest";
import { requestTemplates, sampleRequest } from "../../../../core/klaviyo/templates.ts";
import { draftOf } from "./draft.ts";
import { draftOfExchange, draftOfImport, draftOfJson, draftOfTemplate } from "./draftOfRequest.ts";

const key = `ps_test_${"a".repeat(32)}`;
const before = draftOf(sampleRequest);

test("an imported request brings its key when it is one of Postscript's, and says so when it is not", () => {
  const request = { method: "POST", path: "/api/events", body: '{"a":1}' };
  expect(draftOfImport({ ...request, headers: [["Authorization", `Klaviyo-API-Key ${key}`]] })).toMatchObject({
    key,
    notice: undefined,
    draft: { path: "/api/events", headers: [], body: '{\n  "a": 1\n}' },
  });
  expect(draftOfImport({ ...request, headers: [["Authorization", "Klaviyo-API-Key pk_x"]] }).notice).toBe(
    "Its key is not one of Postscript’s and was left out; the workbench’s own is used.",
  );
});

test("a bare body goes to the endpoint that its type names, else where the draft went", () => {
  expect(draftOfJson('{"data":{"type":"profile"}}', before)?.draft.path).toBe("/klaviyo/v1/api/profiles");
  expect(draftOfJson('{"event_type":"x"}', before)?.draft.path).toBe("/klaviyo/v1/api/events");
  expect(draftOfJson("[1]", before)).toBeUndefined();
});

test("an exchange becomes a draft that names it as its parent, long numbers and all", async () => {
  const body = '{\n "n": 12345678901234567890 }';
  const request = {
    method: "POST",
    path: "//api/events/?a=1",
    headers: [["revision", "2024-10-15"]] as [string, string][],
  };
  const { draft } = await draftOfExchange({ id: "x1", request: { ...request, body } });
  expect(draft).toEqual({
    method: "POST",
    path: "//api/events/?a=1",
    headers: [{ id: 0, name: "revision", value: "2024-10-15" }],
    body,
    parent: "x1",
  });
});

test("every template becomes a draft for its endpoint", () => {
  for (const { id, endpoint } of requestTemplates) {
    expect(draftOfTemplate(id)?.draft.path).toBe(`/klaviyo/v1/api/${endpoint}`);
  }
  expect(draftOfTemplate("none")).toBeUndefined();
});
