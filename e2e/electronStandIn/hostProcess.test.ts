import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fromHostSchema, type ToHost } from "../../electron/hostMessages.ts";
import { postEvent } from "../fixtures/klaviyo.ts";
import { projectRoot } from "../fixtures/projectRoot.ts";

test("the desktop's host starts and answers although nobody reads its log any more", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "compat-workbench-host-"));
  const parentPort = new URL("./parentPort.ts", import.meta.url).href;
  const host = fork(join(projectRoot, "electron", "hostProcess.ts"), [], {
    execArgv: ["--import", parentPort],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  host.stderr?.destroy();
  const ended = once(host, "exit");
  try {
    // Paused recording is said in the log before the host is ready.
    const start = { dataDir, port: 0, controlPort: 0, token: "t".repeat(43), rendererDir: dataDir, liveKey: null };
    host.send({ type: "start", recording: "paused", ...start } satisfies ToHost);
    const [message] = await Promise.race([once(host, "message"), ended]);
    const ready = fromHostSchema.parse(message);
    if (ready.type !== "ready") throw new Error(ready.message);
    expect((await postEvent(ready.compatUrl, { metric: "Placed Order", email: "ada@example.com" })).status).toBe(202);
    host.send({ type: "stop" } satisfies ToHost);
    expect(await ended).toEqual([0, null]);
  } finally {
    host.kill();
    await rm(dataDir, { recursive: true, force: true });
  }
});
