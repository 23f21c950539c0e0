import type { Upstream as UpstreamSetting } from "../../../core/contract/settings.ts";
import { tierLimits } from "../../../core/native/tiers.ts";
import type { RateLimiter } from "../access/rateLimiter.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { Store } from "../store/store.ts";
import { createLiveUpstream } from "./liveUpstream.ts";
import { createSandboxUpstream } from "./sandboxUpstream.ts";
import type { Upstream } from "./upstream.ts";

export interface UpstreamsOptions {
  readonly store: Store;
  readonly sandbox: Sandbox;
  readonly liveKey: () => string | undefined;
  readonly timeoutMs: number;
  /** Of all live calls. Those that are paced leave room for the others. */
  readonly outgoing: RateLimiter;
}

const maxResponseBytes = 8 * 1024 * 1024;

/** Answers with the upstream that the settings name at the time of the call. */
export function createUpstreams({ store, sandbox, liveKey, timeoutMs, outgoing }: UpstreamsOptions): () => Upstream {
  const inProcess = createSandboxUpstream(store, sandbox);
  const count = (): void =>
    void outgoing.take("live", tierLimits[store.settings.rateLimit] ?? Number.POSITIVE_INFINITY);
  let live: { readonly setting: UpstreamSetting; readonly upstream: Upstream } | undefined;
  return () => {
    const { upstream: setting } = store.settings.get();
    if (setting.kind === "sandbox") return inProcess;
    if (live?.setting !== setting) {
      const { baseUrl } = setting;
      const options = { baseUrl, key: liveKey, timeoutMs, maxResponseBytes, random: Math.random };
      live = { setting, upstream: counted(createLiveUpstream(options), count) };
    }
    return live.upstream;
  };
}

/** Nobody who waits for an answer is held up by the rate, but what is sent for them counts. */
function counted(live: Upstream, count: () => void): Upstream {
  return {
    ...live,
    async send(calls, context) {
      if (!context.isPaced) for (const _ of calls) count();
      return live.send(calls, context);
    },
  };
}
