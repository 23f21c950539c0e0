import { hash } from "node:crypto";

const knownPrefix = /^(?:ps_(?:live|test)_|pk_)/;

/**
 * Stands for an API key wherever something is kept: "ps_test_#3f9a1c0b77de", the key's prefix and 48 bits of its SHA-256. Enough to tell the keys of
 * a workspace apart, too little to find a random key of 32 characters.
 */
export function fingerprintKey(key: string): string {
  const known = recent.get(key);
  if (known !== undefined) return known;
  const made = makeFingerprint(key);
  if (recent.size >= mostRecent) recent.clear();
  recent.set(key, made);
  return made;
}

/** A client sends its key with each request. In memory only, as the keys of requests under way are. */
const recent = new Map<string, string>();
const mostRecent = 256;

function makeFingerprint(key: string): string {
  const prefix = knownPrefix.exec(key)?.[0] ?? "key_";
  return `${prefix}#${hash("sha256", key, "hex").slice(0, 12)}`;
}
