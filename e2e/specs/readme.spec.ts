import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { projectRoot } from "../fixtures/projectRoot.ts";
import { test } from "../fixtures/test.ts";

const run = promisify(execFile);

/** The shell blocks of the README that call curl, in their order. */
async function curlBlocks(): Promise<string[]> {
  const readme = await readFile(join(projectRoot, "README.md"), "utf8");
  return [...readme.matchAll(/^```sh\n(.*?)^```/gms)]
    .map(([, code = ""]) => code)
    .filter((code) => code.startsWith("curl "));
}

test("the README's curl lines do what it says, on the port that the test has", async ({ serve }) => {
  const outputs: string[] = [];
  for (const block of await curlBlocks()) {
    const line = block.replaceAll("http://localhost:8020", new URL(serve.compat).origin);
    outputs.push((await run("sh", ["-c", line])).stdout);
  }
  const [posted = "", listed = ""] = outputs;
  expect(posted).toMatch(/^HTTP\/1\.1 202 /);
  expect(posted).toContain('"type":"event"');
  expect(listed).toContain("placed_order");
  expect(listed).toContain("jane.doe@example.com");
});
