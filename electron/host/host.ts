import type { Settings, Upstream } from "../../core/contract/settings.ts";
import type { FaultPlan } from "../../core/faults/faultPlan.ts";
import type { NativeTier } from "../../core/native/nativeCall.ts";
import { tierLimits } from "../../core/native/tiers.ts";
import { createRateGate } from "./access/rateGate.ts";
import { RateLimiter } from "./access/rateLimiter.ts";
import { SessionWork } from "./compare/tasks/sessionWork.ts";
import { createExchangeHandler, type ExchangeHandler } from "./compat/exchangeHandler.ts";
import { RecordingLog } from "./compat/recordingLog.ts";
import type { ControlContext } from "./control/controlContext.ts";
import { startControl } from "./control/startControl.ts";
import { createStatusSignal, type StatusSignal } from "./control/statusSignal.ts";
import { clearExports } from "./export/startExport.ts";
import { FaultInjector } from "./faults/faultInjector.ts";
import { Jobs } from "./jobs/jobs.ts";
import { answerNative, isNativePath } from "./native/nativeSurface.ts";
import { replayHere } from "./replay/replayHere.ts";
import { Replays } from "./replay/replays.ts";
import type { ReplayWorkContext } from "./replay/replayWork.ts";
import { createSandbox } from "./sandbox/sandbox.ts";
import { RetentionKeeper } from "./sessions/retentionKeeper.ts";
import { openStore } from "./store/openStore.ts";
import type { Store } from "./store/store.ts";
import { FanOut } from "./upstream/fanOut.ts";
import { pace } from "./upstream/pace.ts";
import { createUpstreams } from "./upstream/upstreams.ts";
import { refuseConnection } from "./wire/refuseConnection.ts";
import { type SurfaceTimeouts, startSurfaces } from "./wire/startSurfaces.ts";

export interface HostOptions {
  readonly dataDir: string;
  /** Port of both surfaces; 0 takes a free one. */
  readonly port: number;
  /** Port of the page and its calls; 0 takes a free one. */
  readonly controlPort: number;
  /** These replace the settings of the data folder; absent, those hold. */
  readonly upstream?: Upstream;
  readonly rateLimit?: NativeTier;
  readonly recording?: Settings["recording"];
  readonly faults?: FaultPlan;
  readonly liveKey?: () => string | undefined;
  /** For replays at Klaviyo, and at compat APIs elsewhere. */
  readonly klaviyoKey?: () => string | undefined;
  /** The control listener's secret; made anew when absent. */
  readonly token?: string;
  /** The built renderer, or the address of its development server. */
  readonly rendererDir: string | URL;
  /** For faults and notices: one line each. */
  readonly log: (line: string) => void;
  /** Time as the host sees it, in milliseconds. */
  readonly timing?: {
    /** Runs the windows of the rate limits; never goes back. */
    readonly rateClock?: () => number;
    readonly surfaces?: SurfaceTimeouts;
    /** For one attempt of a live call. */
    readonly live?: number;
  };
}

export interface Host {
  /** "http://localhost:8020/klaviyo/v1": what a person pastes. */
  readonly baseUrl: string;
  /** "http://127.0.0.1:8020/klaviyo/v1": the same without a look-up of the name. */
  readonly compatUrl: string;
  /** "http://127.0.0.1:8020/v1" */
  readonly nativeUrl: string;
  /** The page, with its token. */
  readonly controlUrl: string;
  /** Call when `liveKey` has another answer than before. */
  announceLiveKey(): void;
  /** Stops listening, lets what is under way finish or cuts it off, commits, closes. */
  close(): Promise<void>;
}

const liveTimeoutMs = 10_000;
const fanOutGraceMs = 2000;

/** Starts the whole host. Rejects with everything closed again: with `Unavailable` where a port, the folder or the database cannot be had. */
export async function startHost(options: HostOptions): Promise<Host> {
  const { log, timing = {}, liveKey = () => undefined, klaviyoKey = () => undefined } = options;
  const started = new AsyncDisposableStack();
  try {
    const statusSignal = createStatusSignal();
    const store = started.adopt(await openFolder(options, statusSignal), (opened) => opened.close());
    await prepareFolder(store, options);

    const sandbox = createSandbox(store.sandbox, () => new Date().toISOString());
    const rateClock = timing.rateClock ?? (() => performance.now());
    const rates = createRateGate(new RateLimiter(rateClock), () => store.settings.rateLimit);
    const outgoing = new RateLimiter(rateClock);
    const upstream = createUpstreams({ store, sandbox, outgoing, liveKey, timeoutMs: timing.live ?? liveTimeoutMs });
    const fanOut = started.adopt(pacedFanOut(store, outgoing, log), (running) => running.close(fanOutGraceMs));

    const jobs = started.adopt(new Jobs(log), (running) => running.close());
    let origin = `http://127.0.0.1:${options.port}`;
    const handling = { store, rates, upstream, fanOut, origin: () => origin, now: () => new Date(), log };
    const faults = new FaultInjector(() => store.settings.get().faults);
    store.searchProgress.onChanged(statusSignal.announce);
    const recordingLog = new RecordingLog({ dataDir: store.dataDir, log, onChanged: statusSignal.announce });
    const exchanges = createExchangeHandler({ ...handling, faults, recordingLog });
    const surfaces = started.adopt(
      await startSurfaces({
        port: options.port,
        refuse: refuseConnection,
        log,
        answer: async (captured) =>
          isNativePath(captured.path)
            ? answerNative(captured, { store, sandbox, rates, recordingLog })
            : (await exchanges.handle(captured, { origin: "captured", parent: null })).answer,
        ...(timing.surfaces && { timeouts: timing.surfaces }),
      }),
      (listening) => listening.close(),
    );
    started.adopt(faults, (injector) => injector.close());
    origin = surfaces.origin;

    const addresses = addressesAt(origin);
    const replaying = { ...handling, jobs, sandbox, outgoing, liveKey, klaviyoKey };
    const control = started.adopt(
      await startControl({
        store,
        jobs,
        ...startSessionWork(replaying, statusSignal.announceRemoval, started),
        compatUrl: addresses.baseUrl,
        nativeUrl: underLocalName(addresses.nativeUrl),
        recordingLog,
        statusSignal,
        hasLiveKey: () => Boolean(liveKey()),
        send: sendThrough(exchanges),
        replayHere: (exchange) => replayHere(exchange, exchanges),
        port: options.controlPort,
        token: options.token,
        renderer: options.rendererDir,
        log,
      }),
      (listening) => listening.close(),
    );

    return {
      ...addresses,
      controlUrl: control.url,
      announceLiveKey: statusSignal.announce,
      close: () => started.disposeAsync(),
    };
  } catch (fault) {
    await started.disposeAsync();
    throw fault;
  }
}

/** What the store finds out later, the log and the page are told. */
function openFolder({ dataDir, log }: HostOptions, { announce, announceRemoval }: StatusSignal): Promise<Store> {
  const onNotice = (notice: string): void => {
    log(notice);
    announce();
  };
  // What a command wrote may be anything, exchanges that it moved among it.
  return openStore({ dataDir, onNotice, onForeignCommit: announceRemoval });
}

/** What is done with whole sessions, which the page asks for. */
function startSessionWork(
  replaying: ReplayWorkContext,
  onRemoved: () => void,
  started: AsyncDisposableStack,
): Pick<ControlContext, "replays" | "sessionWork" | "retention"> {
  const { store, jobs, log } = replaying;
  return {
    replays: new Replays(replaying),
    sessionWork: new SessionWork(jobs, store),
    retention: started.adopt(new RetentionKeeper({ store, jobs, log, onRemoved }), (keeper) => keeper.close()),
  };
}

/** Makes the native calls that follow their answer, within the tier in force. */
function pacedFanOut(store: Store, outgoing: RateLimiter, log: HostOptions["log"]): FanOut {
  return new FanOut({
    store,
    log,
    pace: (signal) => pace(outgoing, "live", tierLimits[store.settings.rateLimit], signal),
  });
}

/** A composed request takes the way of a captured one. */
function sendThrough(exchanges: ExchangeHandler): ControlContext["send"] {
  return ({ body, parent = null, ...request }) =>
    exchanges.handle({ ...request, body: Buffer.from(body), end: "complete" }, { origin: "composed", parent });
}

function addressesAt(origin: string): Pick<Host, "baseUrl" | "compatUrl" | "nativeUrl"> {
  const compatUrl = `${origin}/klaviyo/v1`;
  return { baseUrl: underLocalName(compatUrl), compatUrl, nativeUrl: `${origin}/v1` };
}

function underLocalName(url: string): string {
  return url.replace("127.0.0.1", "localhost");
}

/** What a start says goes into the settings, where the page shows it and can change it; exports that nobody took go. */
async function prepareFolder(
  store: Store,
  { upstream, rateLimit, recording, faults, log }: HostOptions,
): Promise<void> {
  await clearExports(store.dataDir);
  for (const notice of store.notices) log(notice);
  const given = {
    ...(upstream && { upstream }),
    ...(rateLimit && { rateLimit }),
    ...(recording && { recording }),
    ...(faults && { faults }),
  };
  if (Object.keys(given).length > 0) store.write(() => store.settings.update(given));
  await store.committed();
  const settings = store.settings.get();
  if (settings.recording === "paused") {
    log("Recording is paused: requests are answered and shown, and kept in no session.");
  }
  if (settings.upstream.kind === "live")
    log(`Native calls go to ${settings.upstream.baseUrl}, and not to the sandbox.`);
  if (settings.faults) log(`Faults on purpose are on: ${settings.faults.name}.`);
}
