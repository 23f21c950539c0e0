import { type Scope, scopes, type WorkspaceKey } from "../../../core/contract/settings.ts";
import type { Headers } from "../../../core/exchange/exchange.ts";
import { isFingerprint } from "../../../core/exchange/fingerprint.ts";
import {
  type AuthorizationScheme,
  invalidKey,
  readAuthorization,
  splitAuthorization,
} from "../../../core/klaviyo/authorization.ts";
import type { Problem } from "../../../core/klaviyo/problem.ts";
import { fingerprintKey } from "../fingerprint.ts";

/** What a 401 says of how to sign in. */
export const authenticationChallenge: Headers = [["WWW-Authenticate", "Bearer, Klaviyo-API-Key"]];

export type Identification =
  | {
      readonly ok: true;
      readonly scheme: AuthorizationScheme;
      readonly property: string;
      readonly scopes: readonly Scope[];
    }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Finds out on whose behalf a request is made. Each key is a property of its own. Where the workspace defines no keys, every well-formed one is good
 * for everything (assumed).
 */
export function identifyCaller(
  authorization: string | undefined,
  keys: readonly WorkspaceKey[],
  takesFingerprint: boolean,
): Identification {
  const recorded = takesFingerprint ? readRecordedAuthorization(authorization) : undefined;
  if (recorded) return grant(recorded.scheme, recorded.property, keys);
  const read = readAuthorization(authorization);
  return read.ok ? grant(read.scheme, fingerprintKey(read.key), keys) : read;
}

function grant(scheme: AuthorizationScheme, property: string, keys: readonly WorkspaceKey[]): Identification {
  if (keys.length === 0) return { ok: true, scheme, property, scopes };
  const key = keys.find(({ fingerprint }) => fingerprint === property);
  return key ? { ok: true, scheme, property, scopes: key.scopes } : { ok: false, problem: invalidKey(scheme) };
}

/** Nobody was let in with a key of another form. */
const knownKind = /^(?:ps_(?:live|test)|pk)_#/;

/**
 * A replayed request carries the fingerprint that its record holds, for the key itself was never kept. Only requests made at the screen, behind the
 * control listener's token, may come with one: on the wire it would be a key that anybody can read in an export. What was recorded at Klaviyo has a key of
 * Klaviyo's, which stands for a property as well; a finding says that a client would be refused with it.
 */
function readRecordedAuthorization(
  authorization: string | undefined,
): { scheme: AuthorizationScheme; property: string } | undefined {
  const split = splitAuthorization(authorization);
  if (!split || !isFingerprint(split.credential) || !knownKind.test(split.credential)) return undefined;
  return { scheme: split.scheme, property: split.credential };
}
