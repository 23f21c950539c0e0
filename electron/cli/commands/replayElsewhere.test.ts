import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { isUnderWay } from "../../../core/contract/jobs.ts";
import { controlClient, type HostClient } from "../../host/control/controlClient.fixture.ts";
import { programEntry, runProgram, startServing, temporaryFolder } from "../program.fixture.ts";
import { recordEvents } from "./replay.fixture.ts";

const count = 6;

/** A compat API that answers the first two requests, and the others once it is let. */
async function slowTarget() {
  const release = Promise.withResolvers<void>();
  let asked = 0;
  const server = createServer(async (request, response) => {
    asked += 1;
    request.resume();
    if (asked > 2) await release.promise;
    response.writeHead(202).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked: () => asked,
    open: () => release.resolve(),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function onlyReplay(client: HostClient) {
  const { session } = await client.workbench.status();
  const [replay, ...others] = await client.replays.list({ session: session.id });
  if (!replay || others.length > 0) throw new Error("There is not one replay.");
  return replay;
}

async function jobsEnded(client: HostClient): Promise<void> {
  while ((await client.jobs.list()).some(isUnderWay)) await setTimeout(20);
}

test("a replay that a command sends is shown as under way and not resumed on screen until the command is gone, however that ends", async () => {
  await using folder = await temporaryFolder();
  await recordEvents(folder.path, count);
  await using target = await slowTarget();
  await using here = await startServing(["--data-dir", folder.path]);
  const client = controlClient(here.ready.control);
  const options = ["--target", target.url, "--concurrency", "1", "--json", "--data-dir", folder.path];
  const command = spawn(process.execPath, [programEntry, "replay", "First session", ...options], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface(command.stdout);
  for (let seen = 0; seen < 2; seen += 1) await once(lines, "line");

  const { session, ...shown } = await onlyReplay(client);
  expect(shown).toMatchObject({ job: null, isUnderWayElsewhere: true, endedAt: null });
  await expect(client.replays.resume({ session })).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("another process"),
  });

  const ended = once(command, "exit");
  command.kill("SIGKILL");
  await ended;
  expect(await onlyReplay(client)).toMatchObject({ isUnderWayElsewhere: false, endedAt: null });
  target.open();
  await client.replays.resume({ session });
  await jobsEnded(client);
  const { totals, ...whole } = await onlyReplay(client);
  expect(whole).toMatchObject({ endedAt: expect.any(String), isUnderWayElsewhere: false });
  expect(target.asked()).toBe(count + totals.again);
});

test("a replay under way on screen is not resumed by a command", async () => {
  await using folder = await temporaryFolder();
  await recordEvents(folder.path, count);
  await using target = await slowTarget();
  await using here = await startServing(["--data-dir", folder.path]);
  const client = controlClient(here.ready.control);
  const { session: source } = await client.workbench.status();
  const { session } = await client.replays.start({
    session: source.id,
    settings: {
      target: { kind: "url", baseUrl: target.url },
      pace: { kind: "fast" },
      maxIdleMs: null,
      concurrency: 1,
      filter: "",
    },
  });
  while (target.asked() < 3) await setTimeout(20);
  expect(await onlyReplay(client)).toMatchObject({ job: expect.any(String), isUnderWayElsewhere: false });
  const resumed = await runProgram(["replay", "--resume", session, "--data-dir", folder.path]);
  expect(resumed).toMatchObject({ code: 1, stdout: "" });
  expect(resumed.stderr).toContain("another process");
  target.open();
  await jobsEnded(client);
  expect(target.asked()).toBe(count);
});
