import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ExportFormatName } from "../../../../core/formats/export/exportFormats.ts";
import { runProgram, startServing, temporaryFolder } from "../../program.fixture.ts";

const key = `ps_test_${"addresses".padEnd(32, "0")}`;
const body = JSON.stringify({ data: { type: "profile", attributes: { email: "ada@customer.org" } } });

/** Records one profile at a workbench on a free port; answers with the port. */
async function record(dataDir: string): Promise<string> {
  await using serving = await startServing(["--data-dir", dataDir]);
  const headers = { authorization: `Klaviyo-API-Key ${key}`, "content-type": "application/json" };
  await fetch(`${serving.ready.compat}/api/profiles`, { method: "POST", headers, body });
  return new URL(serving.ready.compat).port;
}

async function writtenText(path: string): Promise<string> {
  if ((await stat(path)).isFile()) return readFile(path, "utf8");
  const texts = await Promise.all((await readdir(path)).map((file) => readFile(join(path, file), "utf8")));
  return texts.join("\n");
}

async function exportedText(dataDir: string, session: string, format: ExportFormatName): Promise<string> {
  const out = join(dataDir, `${session}.${format}`);
  const args = ["export", "--session", session, "--format", format, "--out", out, "--data-dir", dataDir];
  const { code, stderr } = await runProgram(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return writtenText(out);
}

const formats = ["curl", "native-curl", "vitest", "jest", "pytest", "k6", "postman", "har"] as const;

test("what is exported goes to the address at which the session was recorded", { timeout: 120_000 }, async () => {
  await using folder = await temporaryFolder();
  const port = await record(folder.path);
  for (const format of formats) {
    const text = await exportedText(folder.path, "latest", format);
    expect([format, text.includes(`http://localhost:${port}`), text.includes("localhost:8020")]).toEqual([
      format,
      true,
      false,
    ]);
  }
});

test("what was recorded at several addresses goes to the standard one", { timeout: 60_000 }, async () => {
  await using folder = await temporaryFolder();
  const ports = [await record(folder.path), await record(folder.path)];
  const text = await exportedText(folder.path, "latest", "curl");
  expect(text.match(/http:\/\/localhost:\d+/gu)).toEqual(Array(2).fill("http://localhost:8020"));
  expect(ports[0]).not.toBe(ports[1]);
});
