import { type Endpoint, endpoints, isEndpointId } from "./endpoints.ts";
import { alternativeTo } from "./unsupportedResources.ts";

/**
 * Where a request on the compat surface goes. `resource` is what was asked for below the base path ("lists", "profiles/01H…"), `alternative` a
 * phrase that says where it is to be had, `allow` the value of the Allow header.
 */
export type Route =
  | { readonly kind: "endpoint"; readonly endpoint: Endpoint }
  | { readonly kind: "method-not-allowed"; readonly resource: string; readonly allow: string }
  | { readonly kind: "unsupported"; readonly resource: string; readonly alternative: string };

/**
 * The base paths that clients end up with, longest first: Postscript's overview (`/klaviyo/v1` + `/api/events`), its migration guide
 * (`/klaviyo/v1` in place of `https://a.klaviyo.com/api`), and SDKs whose base is a bare host.
 */
const pathPrefixes = ["/klaviyo/v1/api/", "/klaviyo/v1/", "/api/", "/"] as const;

/** For a client that was given this address as its proxy. */
const noTunnels = "this is no proxy; make its address the base URL of the client";

/** The path without its query, with doubled slashes collapsed and no slash at its end: Klaviyo takes all of these alike (recorded). */
function plainPath(rawPath: string): string {
  const [path = ""] = rawPath.split(/[?#]/, 1);
  return path.replace(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
}

/** The prefix "/" matches any path, so that a request to no known base still gets an answer that says where to go. */
function split(path: string): { readonly hasBase: boolean; readonly resource: string } {
  const prefix = pathPrefixes.find((candidate) => `${path}/`.startsWith(candidate)) ?? "/";
  return { hasBase: prefix !== "/", resource: path.slice(prefix.length) };
}

/** Finds who answers. `rawPath` is the path with its query, exactly as sent. Never throws. */
export function resolveRoute(method: string, rawPath: string): Route {
  if (method === "CONNECT") return { kind: "unsupported", resource: rawPath, alternative: noTunnels };
  const { hasBase, resource } = split(plainPath(rawPath));
  if (!hasBase || !isEndpointId(resource)) {
    return { kind: "unsupported", resource: resource || "/", alternative: alternativeTo(resource) };
  }
  return method === "POST"
    ? { kind: "endpoint", endpoint: endpoints[resource] }
    : { kind: "method-not-allowed", resource, allow: "POST" };
}
