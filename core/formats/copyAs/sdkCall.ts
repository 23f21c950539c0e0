import { isJsonArray, isJsonObject, isRawNumber, type Json, parseJson } from "../../json/json.ts";
import type { EndpointId } from "../../klaviyo/endpoints.ts";
import { sdkLiteral } from "./sdkLiteral.ts";

/** The class and method of the official Node SDK for each endpoint. Source: klaviyo-api 23.0.0. */
const calls = {
  events: { api: "EventsApi", method: "createEvent" },
  "event-bulk-create-jobs": { api: "EventsApi", method: "bulkCreateEvents" },
  profiles: { api: "ProfilesApi", method: "createProfile" },
  "profile-bulk-import-jobs": { api: "ProfilesApi", method: "bulkImportProfiles" },
} as const satisfies Record<EndpointId, { api: string; method: string }>;

/** Whether a number in the value is more exact than JavaScript's: the SDK would send it changed. */
function hasExactNumber(value: Json): boolean {
  if (isRawNumber(value)) return Number(value.rawJSON).toString() !== value.rawJSON;
  if (isJsonArray(value)) return value.some(hasExactNumber);
  return isJsonObject(value) && Object.values(value).some(hasExactNumber);
}

/** A call of the klaviyo-api SDK that sends this body; undefined where the body is not JSON. `basePath` is the base URL of the workbench. */
export function sdkCall(endpoint: EndpointId, body: string, basePath: string): string | undefined {
  const parsed = parseJson(body);
  if (!parsed.ok) return undefined;
  const { api, method } = calls[endpoint];
  const warning = "// A number below is longer than JavaScript keeps: the SDK sends it rounded.\n";
  return [
    `import { ApiKeySession, ${api} } from "klaviyo-api";`,
    "",
    `const api = new ${api}(new ApiKeySession(process.env.KLAVIYO_API_KEY));`,
    `api.basePath = ${JSON.stringify(basePath)};`,
    `${hasExactNumber(parsed.value) ? warning : ""}await api.${method}(${sdkLiteral(parsed.value)});`,
  ].join("\n");
}
