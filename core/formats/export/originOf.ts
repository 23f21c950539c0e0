const schemeAndHost = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+/i;

/** Scheme, host and port of a base URL: "http://localhost:8020" of "http://localhost:8020/v1". A text that is no URL is given back. */
export function originOf(baseUrl: string): string {
  return schemeAndHost.exec(baseUrl)?.[0] ?? baseUrl;
}
