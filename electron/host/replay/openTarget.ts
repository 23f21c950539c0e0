import type { ReplayTargetChoice } from "../../../core/contract/replay.ts";
import type { Upstream as UpstreamSetting } from "../../../core/contract/settings.ts";
import type { NativeTier } from "../../../core/native/nativeCall.ts";
import { tierLimits } from "../../../core/native/tiers.ts";
import { createRateGate } from "../access/rateGate.ts";
import type { RateLimiter } from "../access/rateLimiter.ts";
import type { PerformContext } from "../compat/exchangeContext.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { Store } from "../store/store.ts";
import { createLiveUpstream } from "../upstream/liveUpstream.ts";
import { pace } from "../upstream/pace.ts";
import { createSandboxUpstream } from "../upstream/sandboxUpstream.ts";
import type { Upstream } from "../upstream/upstream.ts";
import { klaviyoBaseUrl } from "./destination.ts";
import { createHttpTarget } from "./httpTarget.ts";
import { createPacedUpstream } from "./pacedUpstream.ts";
import { createPerformTarget } from "./performTarget.ts";
import type { ReplayTarget } from "./replayTarget.ts";

/** What a replay reaches of the workbench that it starts from. */
export interface TargetContext extends Omit<PerformContext, "upstream" | "store"> {
  readonly store: Pick<Store, "write" | "settings">;
  readonly sandbox: Sandbox;
  /** Counts what is sent to a live native API. */
  readonly outgoing: RateLimiter;
  readonly liveKey: () => string | undefined;
}

export interface OpenTargetOptions {
  readonly target: ReplayTargetChoice;
  /** Where this workbench sent its own native calls when a person was asked: a replay that was admitted to the sandbox never turns live. */
  readonly upstream: UpstreamSetting;
  /** For the target; undefined where the recorded ones, or the live key, stand for it. */
  readonly key: string | undefined;
  /** Once it aborts, what has not been sent is not sent any more. */
  readonly stopped: AbortSignal;
}

const timeoutMs = 30_000;
const maxResponseBytes = 8 * 1024 * 1024;

export function openTarget(
  { target, upstream: setting, key, stopped }: OpenTargetOptions,
  context: TargetContext,
): ReplayTarget {
  const { store, sandbox, outgoing, liveKey } = context;
  const tier = (): NativeTier => store.settings.rateLimit;

  function live(baseUrl: string, liveKeyNow: () => string | undefined): Upstream {
    const options = { baseUrl, key: liveKeyNow, timeoutMs, maxResponseBytes, random: Math.random };
    return createPacedUpstream({
      live: createLiveUpstream(options),
      pace: (signal) => pace(outgoing, "live", tierLimits[tier()], signal),
      stopped,
    });
  }

  function http(baseUrl: string, scheme?: string): ReplayTarget {
    const { metrics } = store.settings.get();
    return createHttpTarget({
      baseUrl: new URL(baseUrl),
      key,
      ...(scheme !== undefined && { scheme }),
      timeoutMs,
      maxResponseBytes,
      metrics,
    });
  }

  switch (target.kind) {
    case "url":
      return http(target.baseUrl);
    case "klaviyo":
      return http(klaviyoBaseUrl, "Klaviyo-API-Key");
    case "postscript": {
      const upstream = live(target.baseUrl, () => key ?? liveKey());
      // The pace of the native calls is the limit: the compat surface adds none of its own.
      const rates = createRateGate(outgoing, () => "off");
      return createPerformTarget({ ...context, rates, upstream: () => upstream }, undefined);
    }
    case "workbench": {
      const upstream =
        setting.kind === "sandbox" ? createSandboxUpstream(store, sandbox) : live(setting.baseUrl, liveKey);
      return createPerformTarget({ ...context, upstream: () => upstream }, key);
    }
  }
}
