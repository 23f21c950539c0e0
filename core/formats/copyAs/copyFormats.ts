import { isEndpointId } from "../../klaviyo/endpoints.ts";
import type { CopySource } from "./copySource.ts";
import { curl } from "./curl.ts";
import { fetchCall } from "./fetchCall.ts";
import { sdkCall } from "./sdkCall.ts";

/** What an exchange offers to be copied. A part is undefined where it has none, or where its body is not text. */
export interface CopyParts {
  readonly endpoint: string;
  readonly compatUrl: string;
  readonly klaviyo: CopySource | undefined;
  readonly native: CopySource | undefined;
}

export interface CopyFormat {
  readonly id: string;
  readonly label: string;
  /** undefined where the exchange cannot be written so. */
  readonly write: (parts: CopyParts) => string | undefined;
}

const klaviyoKey = "KLAVIYO_API_KEY";
const nativeKey = "POSTSCRIPT_API_KEY";

/** The ways to copy an exchange. Keys are variables of the environment in all of them. */
export const copyFormats: readonly CopyFormat[] = [
  { id: "klaviyo-curl", label: "Klaviyo curl", write: ({ klaviyo }) => klaviyo && curl(klaviyo, klaviyoKey) },
  { id: "native-curl", label: "Native curl", write: ({ native }) => native && curl(native, nativeKey) },
  { id: "native-fetch", label: "Native fetch", write: ({ native }) => native && fetchCall(native, nativeKey) },
  {
    id: "sdk",
    label: "klaviyo-api SDK call",
    write: ({ endpoint, klaviyo, compatUrl }) =>
      klaviyo && isEndpointId(endpoint) ? sdkCall(endpoint, klaviyo.body, compatUrl) : undefined,
  },
];
