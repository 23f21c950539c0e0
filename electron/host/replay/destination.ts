import type { Destination, ReplayTargetChoice } from "../../../core/contract/replay.ts";
import type { Upstream } from "../../../core/contract/settings.ts";
import { isLoopback } from "./isLoopback.ts";

export const klaviyoBaseUrl = "https://a.klaviyo.com/api";

const nativeEffect =
  "The present rules translate each request again, and the native calls write events and profiles into the account of the key.";
const klaviyoEffect =
  "The requests go out as they were recorded, and write events and profiles into the account of the key.";
const compatEffect = "The requests go out as they were recorded, and what that API does with them is real.";

function reached(baseUrl: string, effect: string): Destination {
  const { host, hostname } = new URL(baseUrl);
  return { host, isElsewhere: !isLoopback(hostname), effect };
}

/** Whom a target reaches, given where this workbench sends its own native calls. */
export function destinationOf(target: ReplayTargetChoice, upstream: Upstream): Destination {
  switch (target.kind) {
    case "url":
      return reached(target.baseUrl, compatEffect);
    case "klaviyo":
      return reached(klaviyoBaseUrl, klaviyoEffect);
    case "postscript":
      return reached(target.baseUrl, nativeEffect);
    case "workbench":
      return upstream.kind === "live"
        ? reached(upstream.baseUrl, nativeEffect)
        : { host: "this workbench", isElsewhere: false, effect: "What it writes goes into the sandbox." };
  }
}
