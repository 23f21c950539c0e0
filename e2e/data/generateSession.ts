import { createRateGate } from "../../electron/host/access/rateGate.ts";
import { RateLimiter } from "../../electron/host/access/rateLimiter.ts";
import { createExchangeHandler, type ExchangeHandler } from "../../electron/host/compat/exchangeHandler.ts";
import { RecordingLog } from "../../electron/host/compat/recordingLog.ts";
import { FaultInjector } from "../../electron/host/faults/faultInjector.ts";
import { createSandbox } from "../../electron/host/sandbox/sandbox.ts";
import { openStore } from "../../electron/host/store/openStore.ts";
import type { Store } from "../../electron/host/store/store.ts";
import { FanOut } from "../../electron/host/upstream/fanOut.ts";
import { createSandboxUpstream } from "../../electron/host/upstream/sandboxUpstream.ts";
import type { CapturedRequest } from "../../electron/host/wire/capturedRequest.ts";
import { apiKey } from "../fixtures/klaviyo.ts";
import { klaviyoTraffic, type SentRequest } from "./klaviyoTraffic.ts";

export interface GenerateOptions {
  readonly dataDir: string;
  readonly exchanges: number;
  readonly seed: number;
  readonly session: string;
  readonly onProgress?: (exchanges: number) => void;
}

/** So many requests at most are answered at a time, and share a commit. */
const mostTogether = 200;
const start = Date.parse("2026-07-15T08:00:00.000Z");
/** What lies between two requests, in milliseconds of their own time. */
const gapMs = 250;

const headers: [string, string][] = [
  ["Host", "localhost:8020"],
  ["User-Agent", "shop-integration/4.2"],
  ["Content-Type", "application/vnd.api+json"],
  ["revision", "2026-07-15"],
];

/**
 * Records a session of generated traffic in a data folder that no workbench has open. Each request takes the way of a captured one, without the wire: it is
 * checked, translated, answered by the sandbox and stored by the host's own code. Requests and answers are the same for the same seed, but for the ids of
 * answers: a bulk request is over before the next one comes, as it would be in their own time.
 */
export async function generateSession(options: GenerateOptions): Promise<string> {
  const { dataDir, exchanges, seed, onProgress } = options;
  const store = await openStore({ dataDir });
  try {
    const session = store.write(() => store.sessions.create(options.session).id);
    store.write(() => store.sessions.open(session));
    let sent = 0;
    const handler = createHandler(store, () => new Date(start + sent * gapMs));
    let together: Promise<unknown>[] = [];
    for (const request of klaviyoTraffic(exchanges, seed)) {
      sent += 1;
      together.push(handler.handle(captured(request), { origin: "captured", parent: null }));
      if (together.length < mostTogether && sent < exchanges && !isBulk(request)) continue;
      await Promise.all(together);
      together = [];
      onProgress?.(sent);
    }
    await store.committed();
    return session;
  } finally {
    await store.close();
  }
}

function isBulk({ path }: SentRequest): boolean {
  return /\/[a-z]+-bulk-[a-z]+-jobs$/.test(path);
}

function captured({ method, path, body, hasKey }: SentRequest): CapturedRequest {
  const key: [string, string][] = hasKey ? [["Authorization", `Klaviyo-API-Key ${apiKey}`]] : [];
  return { method, path, headers: [...headers, ...key], body: Buffer.from(body), end: "complete" };
}

function createHandler(store: Store, now: () => Date): ExchangeHandler {
  const sandbox = createSandbox(store.sandbox, () => now().toISOString());
  const upstream = createSandboxUpstream(store, sandbox);
  const log = (line: string) => process.stderr.write(`${line}\n`);
  return createExchangeHandler({
    store,
    rates: createRateGate(new RateLimiter(() => 0), () => "off"),
    upstream: () => upstream,
    fanOut: new FanOut({ store, pace: () => Promise.resolve(), log }),
    faults: new FaultInjector(() => null),
    recordingLog: new RecordingLog({ dataDir: store.dataDir, log, onChanged: () => undefined }),
    origin: () => "http://127.0.0.1:8020",
    now,
    log,
  });
}
