import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createRateGate } from "../access/rateGate.ts";
import { RateLimiter } from "../access/rateLimiter.ts";
import { FaultInjector } from "../faults/faultInjector.ts";
import { compatHeaders, klaviyoEvent } from "../host.fixture.ts";
import { createSandbox } from "../sandbox/sandbox.ts";
import { openStore } from "../store/openStore.ts";
import { FanOut } from "../upstream/fanOut.ts";
import { createSandboxUpstream } from "../upstream/sandboxUpstream.ts";
import { createExchangeHandler } from "./exchangeHandler.ts";
import { RecordingLog } from "./recordingLog.ts";

test("an exchange that cannot be recorded is answered with 500, and the log says why", async () => {
  const folder = await mkdtemp(join(tmpdir(), "compat-workbench-handler-"));
  const store = await openStore({ dataDir: folder });
  const log: string[] = [];
  const write = (line: string) => log.push(line);
  const sandbox = createSandbox(store.sandbox, () => "2026-01-01T00:00:00.000Z");
  const upstream = createSandboxUpstream(store, sandbox);
  const handler = createExchangeHandler({
    store,
    rates: createRateGate(new RateLimiter(() => 0), () => "standard"),
    upstream: () => upstream,
    fanOut: new FanOut({ store, pace: () => Promise.resolve(), log: write }),
    faults: new FaultInjector(() => null),
    origin: () => "http://127.0.0.1:8020",
    now: () => new Date("2026-01-01T00:00:00.000Z"),
    log: write,
    recordingLog: new RecordingLog({ dataDir: folder, log: write, onChanged: () => undefined }),
  });
  await store.close();

  const { id, answer } = await handler.handle(
    {
      method: "POST",
      path: "/api/events",
      headers: Object.entries(compatHeaders),
      body: Buffer.from(JSON.stringify(klaviyoEvent())),
      end: "complete",
    },
    { origin: "captured", parent: null },
  );
  expect(answer?.status).toBe(500);
  expect(JSON.parse(answer?.body ?? "")).toMatchObject({ errors: [{ id, status: 500, code: "error" }] });
  expect(log.at(-1)).toContain(`The exchange ${id} could not be recorded`);
  await rm(folder, { recursive: true });
});
