import type { KeysAtHand } from "./host/replay/replayKey.ts";

/** The keys that a person gave with the start, in every form of the program. */
export const keysOfEnvironment: KeysAtHand = {
  liveKey: () => process.env.POSTSCRIPT_API_KEY || undefined,
  klaviyoKey: () => process.env.KLAVIYO_API_KEY || undefined,
};
