/** An address as a request needs it. */
export interface SplitAddress {
  /** Host and port; undefined where the address has none. Names of users are left out. */
  readonly host: string | undefined;
  /** Path and query; "/" where there is none. */
  readonly path: string;
}

/** Clients percent-encode what a request line cannot hold; the rest stays as it is written. */
function encoded(path: string): string {
  return /[^\x21-\x7e]/.test(path) && path.isWellFormed() ? path.replace(/[^\x21-\x7e]+/g, encodeURIComponent) : path;
}

/**
 * Splits an address with or without scheme and host; the fragment is dropped. Text before the first "/" or "?" counts as the host, as curl reads it: also a
 * variable such as "{{base_url}}".
 */
export function splitAddress(address: string): SplitAddress {
  const plain = (address.split("#", 1)[0] ?? "").trim();
  const rest = plain.replace(/^[a-z][a-z0-9+.-]{0,30}:\/\//i, "");
  const start = rest.search(/[/?]/);
  const authority = start < 0 ? rest : rest.slice(0, start);
  const path = start < 0 ? "/" : encoded(rest.slice(start));
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  return { host: host === "" ? undefined : host, path: path.startsWith("?") ? `/${path}` : path };
}
