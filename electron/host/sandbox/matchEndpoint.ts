import { type NativeEndpoint, type NativeEndpointId, nativeEndpoints } from "../../../core/native/nativeEndpoints.ts";

export type EndpointMatch =
  | {
      readonly kind: "endpoint";
      readonly endpointId: NativeEndpointId;
      readonly endpoint: NativeEndpoint;
      readonly id: string;
    }
  | { readonly kind: "method-not-allowed"; readonly allow: string }
  | { readonly kind: "unknown" };

interface PathPattern {
  readonly endpointId: NativeEndpointId;
  readonly endpoint: NativeEndpoint;
  readonly pattern: RegExp;
}

function isEndpointId(name: string): name is NativeEndpointId {
  return Object.hasOwn(nativeEndpoints, name);
}

/** Fixed paths go before those with an id: "/v1/events/bulk" is no event. */
const patterns: readonly PathPattern[] = Object.entries<NativeEndpoint>(nativeEndpoints)
  .toSorted(([, { path: a }], [, { path: b }]) => Number(a.includes("{")) - Number(b.includes("{")))
  .flatMap(([endpointId, endpoint]) =>
    isEndpointId(endpointId)
      ? [{ endpointId, endpoint, pattern: new RegExp(`^${endpoint.path.replace("{id}", "([^/]+)")}$`) }]
      : [],
  );

/** Finds the native endpoint of a path without query. Slashes are forgiven as on the compat surface (assumed). */
export function matchEndpoint(method: string, path: string): EndpointMatch {
  const plain = path.replace(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
  const matches = patterns.filter(({ pattern }) => pattern.test(plain));
  const match = matches.find(({ endpoint }) => endpoint.method === method);
  if (match) {
    const id = match.pattern.exec(plain)?.[1] ?? "";
    return { kind: "endpoint", endpointId: match.endpointId, endpoint: match.endpoint, id };
  }
  if (matches.length === 0) return { kind: "unknown" };
  return { kind: "method-not-allowed", allow: matches.map(({ endpoint }) => endpoint.method).join(", ") };
}
