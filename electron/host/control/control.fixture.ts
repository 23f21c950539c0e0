import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/fetch";
import type { ContractRouterClient } from "@orpc/contract";
import type { contract } from "../../../core/contract/contract.ts";
import { createRateGate } from "../access/rateGate.ts";
import { RateLimiter } from "../access/rateLimiter.ts";
import { SessionWork } from "../compare/tasks/sessionWork.ts";
import { RecordingLog } from "../compat/recordingLog.ts";
import { Jobs } from "../jobs/jobs.ts";
import { Replays } from "../replay/replays.ts";
import { createSandbox } from "../sandbox/sandbox.ts";
import { RetentionKeeper } from "../sessions/retentionKeeper.ts";
import { openStore } from "../store/openStore.ts";
import type { Store } from "../store/store.ts";
import { type Control, startControl } from "./startControl.ts";
import { createStatusSignal } from "./statusSignal.ts";

export interface OpenControl extends AsyncDisposable {
  readonly control: Control;
  readonly store: Store;
  readonly jobs: Jobs;
  readonly replays: Replays;
  readonly token: string;
  /** "127.0.0.1:PORT" */
  readonly host: string;
  readonly cookie: string;
}

const page = `<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><script type="module" src="/assets/main-1a2b3c4d.js"></script>`;

/** Replays of a workbench that no key is at hand for. */
function idleReplays(store: Store, jobs: Jobs): Replays {
  const limiter = new RateLimiter(() => 0);
  return new Replays({
    store,
    jobs,
    sandbox: createSandbox(store.sandbox, () => "2026-01-01T00:00:00.000Z"),
    rates: createRateGate(limiter, () => "off"),
    outgoing: limiter,
    liveKey: () => undefined,
    klaviyoKey: () => undefined,
    origin: () => "http://127.0.0.1:8020",
    now: () => new Date(),
    log: () => undefined,
  });
}

/** A control listener over a real store and a small page, in a folder of its own. */
export async function openControl(): Promise<OpenControl> {
  const folder = await mkdtemp(join(tmpdir(), "compat-workbench-control-"));
  const renderer = join(folder, "renderer");
  await mkdir(join(renderer, "assets"), { recursive: true });
  await writeFile(join(renderer, "index.html"), page);
  await writeFile(join(renderer, "icon.svg"), "<svg/>");
  await writeFile(join(renderer, "assets", "main-1a2b3c4d.js"), "export {};");
  const store = await openStore({ dataDir: join(folder, "data") });
  const jobs = new Jobs(() => undefined);
  const statusSignal = createStatusSignal();
  const retention = new RetentionKeeper({ store, jobs, log: () => undefined, onRemoved: statusSignal.announceRemoval });
  const replays = idleReplays(store, jobs);
  const control = await startControl({
    store,
    jobs,
    replays,
    retention,
    sessionWork: new SessionWork(jobs, store),
    port: 0,
    renderer,
    compatUrl: "http://127.0.0.1:8020/klaviyo/v1",
    nativeUrl: "http://127.0.0.1:8020/v1",
    hasLiveKey: () => false,
    statusSignal,
    recordingLog: new RecordingLog({ dataDir: store.dataDir, log: () => undefined, onChanged: statusSignal.announce }),
    send: () => Promise.reject(new Error("Nothing is sent here.")),
    replayHere: () => Promise.reject(new Error("Nothing is sent here.")),
    log: () => undefined,
  });
  const token = new URL(control.url).searchParams.get("token") ?? "";
  return {
    control,
    store,
    jobs,
    replays,
    token,
    host: `127.0.0.1:${control.port}`,
    cookie: `compat-workbench-${control.port}=${token}`,
    async [Symbol.asyncDispose]() {
      await control.close();
      await retention.close();
      await jobs.close();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface AskedRaw {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  /** The connection goes after the body, whatever length was announced. */
  readonly cut?: boolean;
}

/** A request exactly as given: `fetch` would not let a test forge `Host` or `Sec-Fetch-Site`. */
export async function askRaw({ control }: OpenControl, { cut, body, ...what }: AskedRaw): Promise<RawAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>();
  const outgoing = request({ host: "127.0.0.1", port: control.port, agent: false, ...what }, async (answer) => {
    resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) });
  });
  outgoing.on("error", reject);
  if (cut === true)
    outgoing.write(body, () => setTimeout(() => outgoing.destroy(new Error("The sender is gone.")), 50));
  else outgoing.end(body);
  return promise;
}

/** A client as the page has it. */
export function callControl(open: OpenControl): ContractRouterClient<typeof contract> {
  const headers = { cookie: open.cookie, origin: `http://${open.host}` };
  return createORPCClient(new RPCLink({ url: `http://${open.host}/rpc`, headers }));
}
