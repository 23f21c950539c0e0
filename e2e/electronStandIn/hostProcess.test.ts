import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { fromHostSchema, type StartMessage, type ToHost } from "../../electron/hostMessages.ts";
import { apiKey, eventDocument, postEvent } from "../fixtures/klaviyo.ts";
import { projectRoot } from "../fixtures/projectRoot.ts";

interface HostProcess extends AsyncDisposable {
  readonly child: ChildProcess;
  readonly compatUrl: string;
  readonly ended: Promise<unknown[]>;
}

/** The desktop's host, once it is ready. Nobody reads its log. */
async function startHostProcess(settings: Partial<StartMessage> = {}): Promise<HostProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), "compat-workbench-host-"));
  const parentPort = new URL("./parentPort.ts", import.meta.url).href;
  const child = fork(join(projectRoot, "electron", "hostProcess.ts"), [], {
    execArgv: ["--import", parentPort],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  child.stderr?.destroy();
  const ended = once(child, "exit");
  const start = { dataDir, port: 0, controlPort: 0, token: "t".repeat(43), rendererDir: dataDir, liveKey: null };
  child.send({ type: "start", ...start, ...settings } satisfies ToHost);
  const [message] = await Promise.race([once(child, "message"), ended]);
  const ready = fromHostSchema.parse(message);
  if (ready.type !== "ready") throw new Error(ready.message);
  return {
    child,
    compatUrl: ready.compatUrl,
    ended,
    async [Symbol.asyncDispose]() {
      child.kill();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

test("the desktop's host starts and answers although nobody reads its log any more", async () => {
  // Paused recording is said in the log before the host is ready.
  await using host = await startHostProcess({ recording: "paused" });
  expect((await postEvent(host.compatUrl, { metric: "Placed Order", email: "ada@example.com" })).status).toBe(202);
  host.child.send({ type: "stop" } satisfies ToHost);
  expect(await host.ended).toEqual([0, null]);
});

test("who quits the desktop twice does not cut off what is being answered", async () => {
  await using host = await startHostProcess();
  const body = JSON.stringify(eventDocument({ metric: "Placed Order", email: "ada@example.com" }));
  const slow = request(`${host.compatUrl}/api/events`, {
    method: "POST",
    headers: {
      expect: "100-continue",
      authorization: `Klaviyo-API-Key ${apiKey}`,
      "content-type": "application/json",
      "content-length": body.length,
    },
  });
  slow.flushHeaders();
  await once(slow, "continue");
  for (const type of ["stop", "stop"] as const) host.child.send({ type } satisfies ToHost);
  while (await fetch(host.compatUrl).then(Boolean, () => false)) await setTimeout(20);
  slow.end(body);
  const [response] = await once(slow, "response");
  expect(response.statusCode).toBe(202);
  expect(await host.ended).toEqual([0, null]);
});
