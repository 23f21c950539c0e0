import type { Destination, ReplayTargetChoice } from "../../../core/contract/replay.ts";
import type { Upstream } from "../../../core/contract/settings.ts";
import { destinationOf } from "./destination.ts";

/** Keys that are there without being asked for. */
export interface KeysAtHand {
  /** For the native API; from the environment or the keychain. */
  readonly liveKey: () => string | undefined;
  /** For a compat API elsewhere and for Klaviyo; from the environment. */
  readonly klaviyoKey: () => string | undefined;
}

/** The key that is used where a person gives none. At this workbench the fingerprints of the record stand for the keys. */
export function keyAtHand(target: ReplayTargetChoice, { liveKey, klaviyoKey }: KeysAtHand): string | undefined {
  if (target.kind === "workbench") return undefined;
  return target.kind === "postscript" ? liveKey() : klaviyoKey();
}

/** What a replay asks for before the first request. */
export interface ReplayNeeds {
  readonly destination: Destination;
  /** Whether it takes a key: every target but a compat API on this machine does. */
  readonly needsKey: boolean;
  readonly hasKey: boolean;
  /** Where that key can be put beside the dialog or the option. */
  readonly keyName: "POSTSCRIPT_API_KEY" | "KLAVIYO_API_KEY";
}

/** `upstream` is where this workbench sends its own native calls, `given` the key that a person gave for this replay. */
export function needsOf(
  target: ReplayTargetChoice,
  upstream: Upstream,
  keys: KeysAtHand,
  given: string | undefined,
): ReplayNeeds {
  const destination = destinationOf(target, upstream);
  // The calls of a live workbench carry its own key, whatever the requests carry.
  const isLiveWorkbench = target.kind === "workbench" && upstream.kind === "live";
  const isNative = target.kind === "postscript" || isLiveWorkbench;
  const key = isLiveWorkbench ? keys.liveKey() : (given ?? keyAtHand(target, keys));
  return {
    destination,
    needsKey: isNative || destination.isElsewhere,
    hasKey: key !== undefined,
    keyName: isNative ? "POSTSCRIPT_API_KEY" : "KLAVIYO_API_KEY",
  };
}
