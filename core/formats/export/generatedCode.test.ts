import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anyExchange, inTurn } from "../session/exchanges.fixture.ts";
import { type ExportFormatName, exportFormats } from "./exportFormats.ts";

const session = {
  id: "s1",
  name: "*/ `\n",
  note: "",
  tags: [],
  createdAt: "",
  exchanges: 0,
  bytes: 0,
  firstAt: null,
  lastAt: null,
};
const context = {
  session,
  compatUrl: "http://localhost:8020",
  nativeUrl: "http://localhost:8020",
  version: "1",
  now: "",
};

/** Two hundred exchanges with hostile texts everywhere, the same ones in each run. */
const exchanges = fc.sample(anyExchange, { numRuns: 200, seed: 20260601 });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "compat-workbench-export-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes the output of a format below the folder and answers with the text of each file. */
async function write(name: ExportFormatName, only?: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for await (const { path, text } of exportFormats[name].write(inTurn(exchanges), context)) {
    const file = path === "" ? (only ?? "output") : path;
    files.set(file, (files.get(file) ?? "") + text);
  }
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, name, file)), { recursive: true });
    writeFileSync(join(folder, name, file), text);
  }
  return files;
}

function run(command: string, ...args: string[]): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
  return { status, stderr };
}

const clean = { status: 0, stderr: "" };

test.each([
  ["vitest", "compat.mjs"],
  ["vitest", "compat.test.mjs"],
  ["jest", "compat.js"],
  ["jest", "compat.test.js"],
  ["msw", "handlers.mjs"],
] as const)("the JavaScript of %s (%s) parses, whatever was recorded", async (name, file) => {
  await write(name, file);
  expect(run(process.execPath, "--check", join(folder, name, file))).toEqual(clean);
});

test("the JavaScript of k6 parses as a module", async () => {
  const script = (await write("k6")).get("script.js") ?? "";
  writeFileSync(join(folder, "script.mjs"), script);
  expect(run(process.execPath, "--check", join(folder, "script.mjs"))).toEqual(clean);
});

test.each(["curl", "native-curl"] as const)(
  "the shell script of %s parses, and runs nothing but curl",
  async (name) => {
    await write(name, "output.sh");
    expect(run("sh", "-n", join(folder, name, "output.sh"))).toEqual(clean);
    // Any other command would be reported as not found, since there is no PATH to find it in.
    const harness = "curl() { cat >/dev/null; }; cat() { :; }; base64() { :; }";
    const script = join(folder, name, "output.sh");
    expect(
      run(
        "/bin/sh",
        "-c",
        `${harness}; PATH=/nowhere; KLAVIYO_API_KEY=k; POSTSCRIPT_API_KEY=k; . ${script} 2>&1 >/dev/null; exit 0`,
      ),
    ).toEqual(clean);
  },
);

test.each([
  ["har", "log"],
  ["postman", "item"],
] as const)("%s is JSON, whatever was recorded", async (name, member) => {
  const text = (await write(name)).get("output") ?? "";
  expect(Object.keys(JSON.parse(text))).toContain(member);
});

test("each file of fixtures and of WireMock is JSON of its own", async () => {
  const fixtures = await write("fixtures");
  const stubs = await write("wiremock");
  expect(fixtures.size).toBe(exchanges.length + 1);
  expect(stubs.size).toBe(exchanges.flatMap(({ native }) => native).length);
  for (const text of [...fixtures.values(), ...stubs.values()]) expect(typeof JSON.parse(text)).toBe("object");
});

test.each(["vitest", "jest", "pytest"] as const)(
  "the cases of %s hold every body and path as recorded",
  async (name) => {
    const lines = ((await write(name)).get("cases-001.ndjson") ?? "").trimEnd().split("\n");
    const sent = lines.map((line) => JSON.parse(line).request);
    expect(sent.map(({ body, path }) => [body, path])).toEqual(
      exchanges.map(({ request }) => [request.body, request.path]),
    );
  },
);

test("the calls in MSW handlers hold every native body as recorded", async () => {
  const text = (await write("msw")).get("output") ?? "";
  const calls = text.split("\n").filter((line) => line.startsWith('  {"method"'));
  expect(calls.map((line) => JSON.parse(line.slice(0, -1)).body)).toEqual(
    exchanges.flatMap(({ native }) => native.map(({ request }) => request.body)),
  );
});

test("no text of a record is in a file of code", async () => {
  for (const [name, code] of [
    ["vitest", ["compat.mjs", "compat.test.mjs"]],
    ["jest", ["compat.js", "compat.test.js", "package.json"]],
    ["pytest", ["test_compat.py"]],
    ["k6", ["script.js"]],
  ] as const) {
    const hostile = await write(name);
    for (const file of code) expect(hostile.get(file)).not.toContain("process.exit(1)");
  }
});
