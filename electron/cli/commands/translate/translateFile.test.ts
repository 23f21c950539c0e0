import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runProgram, temporaryFolder } from "../../program.fixture.ts";

const event = `{"data":{"type":"event","attributes":{
  "metric":{"data":{"type":"metric","attributes":{"name":"Placed Order"}}},
  "profile":{"data":{"type":"profile","attributes":{"email":"jane.doe@example.com","anonymous_id":"a1"}}},
  "properties":{"order_id":12345678901234567890},
  "value":0.1000}}}`;

test("prints what a file becomes, with every number as it was sent", async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, "event.json");
  await writeFile(file, event);
  const { code, stdout, stderr } = await runProgram(["translate", file]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain('"order_id": 12345678901234567890');
  expect(stdout).toContain('"value": 0.1000');

  const output = JSON.parse(stdout);
  expect(Object.keys(output)).toEqual(["endpoint", "native", "findings", "provenance"]);
  expect(output.endpoint).toBe("events");
  expect(output.native).toMatchObject([{ method: "POST", path: "/v1/events", body: { event_type: "placed_order" } }]);
  expect(Object.keys(output.native[0])).toEqual(["method", "path", "body"]);
  for (const finding of output.findings) {
    expect(Object.keys(finding)).toEqual(["severity", "code", "pointer", "message"]);
  }
  expect(output.findings).toContainEqual(
    expect.objectContaining({
      severity: "warning",
      pointer: "/data/attributes/profile/data/attributes/anonymous_id",
    }),
  );
  expect(output.provenance).toContainEqual({
    from: "/data/attributes/profile/data/attributes/email",
    to: "/0/body/profile/email",
    rule: "profile.email",
  });
});

test("reads stdin, and takes the endpoint that it is told", async () => {
  const profile = '{"data":{"type":"profile","attributes":{"email":"jane.doe@example.com"}}}';
  const { code, stdout } = await runProgram(["translate", "-", "--endpoint", "profiles"], profile);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ endpoint: "profiles", native: [{ method: "POST" }] });
});

test.each([
  ["an event without attributes", '{"data":{"type":"event"}}', "/data"],
  ["what is not JSON", "nope", "/data"],
  ["nothing", "", "/data"],
])("answers %s with the errors a Klaviyo client would get", async (_what, input, pointer) => {
  const { code, stdout, stderr } = await runProgram(["translate", "-"], input);
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(JSON.parse(stdout).errors[0]).toMatchObject({ status: 400, source: { pointer } });
});

test("a file that is not there is wrong usage", async () => {
  const { code, stdout, stderr } = await runProgram(["translate", "gone.json"]);
  expect({ code, stdout, stderr }).toEqual({
    code: 2,
    stdout: "",
    stderr: "Cannot read gone.json: there is no such file.\n",
  });
});
