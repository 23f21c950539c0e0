import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runProgram, type TemporaryFolder, temporaryFolder } from "../../program.fixture.ts";

/** A compat API that counts its answers, and whose third one has another status. */
async function noisyTarget() {
  let answered = 0;
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      answered += 1;
      response.writeHead(answered === 3 ? 409 : 201, {
        "content-type": "application/json",
        "x-served-by": `w${answered}`,
      });
      response.end(
        JSON.stringify({ data: { id: "prof_1", attributes: { score: answered, mood: `m${answered * 7}x` } } }),
      );
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return { url: `http://127.0.0.1:${address.port}/klaviyo/v1`, [Symbol.dispose]: () => void server.close() };
}

async function imported(folder: TemporaryFolder): Promise<string> {
  const file = join(folder.path, "people.ndjson");
  const people = ["ada@example.com", "eve@example.com"].map((email) => ({
    data: { type: "profile", attributes: { email } },
  }));
  await writeFile(file, people.map((person) => `${JSON.stringify(person)}\n`).join(""));
  const dataDir = join(folder.path, "data");
  expect((await runProgram(["import", file, "--session", "People", "--data-dir", dataDir])).code).toBe(0);
  return dataDir;
}

test("what differs between two runs of a session becomes rules, by which the two are the same but for the status", async () => {
  await using folder = await temporaryFolder();
  using target = await noisyTarget();
  const dataDir = await imported(folder);
  const [before, learnt] = [join(folder.path, "before.json"), join(folder.path, "rules", "learnt.json")];
  const own = { id: "own", parts: ["response-body"], at: ["/data/attributes/mood"], how: "ignore" };
  await writeFile(before, JSON.stringify({ rules: [own], disabled: ["links"] }));
  const options = ["--target", target.url, "--concurrency", "1", "--data-dir", dataDir, "--rules", before];
  const { stderr } = await runProgram(["replay", "People", ...options, "--learn", learnt]);
  expect(stderr).toContain("Between two runs: 2 rules learnt.");
  expect(stderr).toContain("not to be ignored: status (1)");

  const written = JSON.parse(await readFile(learnt, "utf8"));
  expect(written).toMatchObject({
    disabled: ["links"],
    rules: [
      { parts: ["response-header"], at: ["x-served-by"] },
      { parts: ["response-body"], at: ["/data/attributes/score"], how: { numberTolerance: 10 } },
      { id: "own" },
    ],
  });
  const runs = ["Replay of People", "Replay of People, once more"];
  const compared = ["compare", ...runs, "--data-dir", dataDir, "--rules"];
  expect((await runProgram([...compared, before])).stdout).toMatch(/0 same, 2 changed/u);
  expect((await runProgram([...compared, learnt])).stdout).toMatch(/1 same, 1 changed/u);
});

test("rules that the file has no room for are told", async () => {
  await using folder = await temporaryFolder();
  using target = await noisyTarget();
  const dataDir = await imported(folder);
  const [before, learnt] = [join(folder.path, "before.json"), join(folder.path, "learnt.json")];
  const rules = Array.from({ length: 999 }, (_, index) => ({
    id: `own-${index}`,
    parts: ["response-body"],
    at: ["/data/attributes/mood"],
    how: "ignore",
  }));
  await writeFile(before, JSON.stringify({ rules }));
  const options = ["--target", target.url, "--concurrency", "1", "--data-dir", dataDir, "--rules", before];
  const { stderr } = await runProgram(["replay", "People", ...options, "--learn", learnt]);
  expect(stderr).toContain("Between two runs: 1 rule learnt.");
  expect(stderr).toContain("1 more had no room: a file holds 1000 rules at most.");
  expect(JSON.parse(await readFile(learnt, "utf8")).rules).toHaveLength(1000);
});

test("nothing is sent where the file cannot be written, or a run would not be whole", async () => {
  await using folder = await temporaryFolder();
  const dataDir = await imported(folder);
  const options = ["--target", "http://127.0.0.1:1", "--data-dir", dataDir, "--learn"];
  const rules = join(folder.path, "rules.json");
  for (const [more, said] of [
    [[folder.path], "it is a folder"],
    [[rules, "--dry-run"], "cannot be used with option '--dry-run"],
    [[rules, "--resume"], "cannot be used with option '--resume'"],
  ] as const) {
    const { code, stdout, stderr } = await runProgram(["replay", "People", ...options, ...more]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(said);
  }
});
