import type { Headers } from "./exchange.ts";
import { type Fingerprint, isFingerprint } from "./fingerprint.ts";

/** Headers whose value is `scheme credential`: the scheme says how a client signs in and is kept. */
const credentialHeaders: ReadonlySet<string> = new Set(["authorization", "proxy-authorization"]);

/** Headers whose whole value is a secret. */
const secretHeaders: ReadonlySet<string> = new Set([
  "cookie",
  "set-cookie",
  "x-api-key",
  "api-key",
  "apikey",
  "x-auth-token",
  "x-access-token",
]);

/** Whether a header holds a credential, of which a fingerprint is kept. */
export function isSecretHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return credentialHeaders.has(lower) || secretHeaders.has(lower);
}

/** Query parameters whose whole value is a secret. */
const secretParameters: ReadonlySet<string> = new Set([
  "api_key",
  "apikey",
  "api-key",
  "key",
  "token",
  "access_token",
  "private_key",
]);

/** Whether a parameter of an address carries a secret by its name. */
export function isSecretParameter(name: string): boolean {
  return secretParameters.has(name.toLowerCase());
}

/** What looks like a key of Postscript (`ps_`) or Klaviyo (`pk_`, and the secret `sk_` of others) wherever it stands. A fingerprint does not. */
const keyLike = /(?<![A-Za-z0-9])(?:ps_(?:live|test)|pk|sk)_[A-Za-z0-9_-]{6,}/g;

function replaceKeys(text: string, fingerprint: Fingerprint): string {
  return text.includes("_") ? text.replace(keyLike, fingerprint) : text;
}

/** Where keys stand in a text, in its order. */
export function keySpans(text: string): { readonly start: number; readonly end: number }[] {
  if (!text.includes("_")) return [];
  return [...text.matchAll(keyLike)].map(({ 0: key, index }) => ({ start: index, end: index + key.length }));
}

/** A record that is sent again carries fingerprints already; one of a fingerprint would name no key. */
function conceal(secret: string, fingerprint: Fingerprint): string {
  return secret === "" || isFingerprint(secret) ? secret : fingerprint(secret);
}

function concealCredential(value: string, fingerprint: Fingerprint): string {
  const text = value.trim();
  const space = text.search(/\s/);
  if (space === -1) return conceal(text, fingerprint);
  return `${text.slice(0, space)} ${conceal(text.slice(space).trim(), fingerprint)}`;
}

/**
 * Header lines with every secret replaced by its fingerprint: credentials of any scheme, cookies, API keys by name of the header, and key-like tokens in
 * any value. Order, case and repetition stay. The same key gives the same fingerprint, so that requests of one client still show as such.
 */
export function redactHeaders(headers: Headers, fingerprint: Fingerprint): Headers {
  return headers.map(([name, value]) => {
    const known = name.toLowerCase();
    if (credentialHeaders.has(known)) return [name, concealCredential(value, fingerprint)];
    if (secretHeaders.has(known)) return [name, conceal(value, fingerprint)];
    return [name, replaceKeys(value, fingerprint)];
  });
}

/** Percent-decoded; as it is where it is not well formed. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function redactParameter(parameter: string, fingerprint: Fingerprint): string {
  const [name = "", ...rest] = parameter.split("=");
  if (rest.length === 0) return redactPart(parameter, fingerprint);
  const value = rest.join("=");
  if (!isSecretParameter(decoded(name))) return `${name}=${redactPart(value, fingerprint)}`;
  return `${name}=${encodeURIComponent(conceal(decoded(value), fingerprint))}`;
}

/** A part of an address as it is, unless it holds a key, plain or percent-encoded. */
function redactPart(part: string, fingerprint: Fingerprint): string {
  const plain = decoded(part);
  const redacted = replaceKeys(plain, fingerprint);
  return redacted === plain ? part : encodeURIComponent(redacted);
}

/**
 * A raw path and query without secrets: values of parameters that carry keys, and key-like tokens anywhere, are fingerprints (percent-encoded). A path
 * without any is returned as it is.
 */
export function redactPath(path: string, fingerprint: Fingerprint): string {
  const [plain = "", ...rest] = path.split("?");
  const segments = plain.split("/").map((segment) => redactPart(segment, fingerprint));
  if (rest.length === 0) return segments.join("/");
  const parameters = rest.join("?").split("&");
  return `${segments.join("/")}?${parameters.map((parameter) => redactParameter(parameter, fingerprint)).join("&")}`;
}
