import type { Upstream as UpstreamSetting } from "../../../core/contract/settings.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { Store } from "../store/store.ts";
import { createLiveUpstream } from "./liveUpstream.ts";
import { createSandboxUpstream } from "./sandboxUpstream.ts";
import type { Upstream } from "./upstream.ts";

export interface UpstreamsOptions {
  readonly store: Store;
  readonly sandbox: Sandbox;
  readonly liveKey: () => string | undefined;
  readonly liveTimeoutMs: number;
}

const maxResponseBytes = 8 * 1024 * 1024;

/** Answers with the upstream that the settings name at the time of the call. */
export function createUpstreams({ store, sandbox, liveKey, liveTimeoutMs }: UpstreamsOptions): () => Upstream {
  const inProcess = createSandboxUpstream(store, sandbox);
  let live: { readonly setting: UpstreamSetting; readonly upstream: Upstream } | undefined;
  return () => {
    const { upstream: setting } = store.settings.get();
    if (setting.kind === "sandbox") return inProcess;
    if (live?.setting !== setting) {
      const { baseUrl } = setting;
      const options = { baseUrl, key: liveKey, timeoutMs: liveTimeoutMs, maxResponseBytes, random: Math.random };
      live = { setting, upstream: createLiveUpstream(options) };
    }
    return live.upstream;
  };
}
