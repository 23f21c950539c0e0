/** Suffixes that public DNS does not delegate (RFC 6761; ICANN for .internal, which `host.docker.internal` uses). */
const privateSuffix = /\.(?:localhost|internal|test|home\.arpa)$/;
/** The services that this stands in for: a machine that lets their names lead here keeps them in its requests, and their owners are no strangers. */
const servedNames: ReadonlySet<string> = new Set(["a.klaviyo.com", "api.postscript.io"]);
const ipv4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/**
 * Whether a Host header names this machine in a way that no stranger can arrange.
 *
 * The threat is DNS rebinding: a page of evil.example lets its name resolve to 127.0.0.1, and the browser then takes this port for its own origin, so
 * that the page may read every answer. That needs a public DNS name. Addresses, names without a dot and private suffixes are none, and containers
 * and virtual machines call their host by those.
 */
export function isLocalHostName(host: string | undefined): boolean {
  if (host === undefined || host === "" || host.startsWith("[")) return true;
  const name = host.replace(/:\d*$/, "").replace(/\.$/, "").toLowerCase();
  return !name.includes(".") || ipv4.test(name) || servedNames.has(name) || privateSuffix.test(name);
}
