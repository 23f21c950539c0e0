import type { Problem } from "./problem.ts";

export type AuthorizationScheme = "Bearer" | "Klaviyo-API-Key";

export type Authorization =
  | { readonly ok: true; readonly scheme: AuthorizationScheme; readonly key: string }
  | { readonly ok: false; readonly problem: Problem };

/** `ps_{live|test}_{32 random characters}` (Postscript, Authentication); that they are letters and digits is assumed. */
const keyFormat = /^ps_(?:live|test)_[A-Za-z0-9]{32}$/;

/** Schemes by their name in lower case: RFC 9110 compares them without case. */
const schemes = new Map<string, AuthorizationScheme>([
  ["bearer", "Bearer"],
  ["klaviyo-api-key", "Klaviyo-API-Key"],
]);

/** The answer to a key that is malformed, or well-formed and unknown. Klaviyo words it by the scheme it came with (recorded). */
export function invalidKey(scheme: AuthorizationScheme): Problem {
  return { code: scheme === "Bearer" ? "invalid-bearer" : "invalid-key", pointer: "/data/" };
}

/** The two words of an Authorization header, whatever the second is; undefined where it is none that the compat surface reads. */
export function splitAuthorization(
  header: string | undefined,
): { readonly scheme: AuthorizationScheme; readonly credential: string } | undefined {
  const [name = "", credential = "", ...rest] = header?.trim().split(/\s+/) ?? [];
  const scheme = schemes.get(name.toLowerCase());
  return scheme === undefined || rest.length > 0 ? undefined : { scheme, credential };
}

/** Reads the Authorization header of a request on the compat surface. Says nothing of whether the key is known. */
export function readAuthorization(header: string | undefined): Authorization {
  if (!header?.trim()) return { ok: false, problem: { code: "missing-key", pointer: "/data/" } };
  const split = splitAuthorization(header);
  if (!split) return { ok: false, problem: { code: "malformed-authorization", pointer: "/data/" } };
  const { scheme, credential: key } = split;
  return keyFormat.test(key) ? { ok: true, scheme, key } : { ok: false, problem: invalidKey(scheme) };
}
