/**
 * Identity resolution (documented: a call finds or creates the profile that matches the identifiers, and more identifiers match better).
 *
 * Assumed: the profile that has most of the identifiers wins, the oldest of equals. An identifier that belongs to another profile stays there. An event
 * only adds identifiers that its profile lacks; an upsert also replaces them. An email is kept as it was sent, and found in any case of its letters.
 */
import type { IdentifierName } from "../../../core/native/fields.ts";
import { identityKey } from "../../../core/native/identityKey.ts";
import { newResourceId } from "../ids.ts";
import type { Identifiers, SandboxTables, StoredProfile } from "../store/sandboxTables.ts";

export type SentIdentifiers = { readonly [Name in IdentifierName]?: string | null | undefined };

const identifierKeys = ["email", "phone", "externalId"] as const;

export function identifiersOf({ email, phone, external_id }: SentIdentifiers): Identifiers {
  return { email: email ?? undefined, phone: phone ?? undefined, externalId: external_id ?? undefined };
}

export interface Resolution {
  /** The profile with its identifiers as they are to be; not stored yet. */
  readonly profile: StoredProfile;
  readonly isNew: boolean;
  readonly hasNewIdentifiers: boolean;
}

export function resolveProfile(
  tables: SandboxTables,
  property: string,
  sent: Identifiers,
  options: { readonly now: string; readonly replace: boolean },
): Resolution {
  const candidates = tables.findProfiles(property, sent);
  const match = bestMatch(candidates, sent);
  if (!match) return { profile: newProfile(sent, options.now), isNew: true, hasNewIdentifiers: true };

  const merged = { ...match };
  for (const key of identifierKeys) {
    const value = sent[key];
    const isFree = options.replace || match[key] === null;
    const isTaken = candidates.some((other) => other.id !== match.id && isSame(key, other[key], value));
    if (value !== undefined && isFree && !isTaken) merged[key] = value;
  }
  const hasNewIdentifiers = identifierKeys.some((key) => merged[key] !== match[key]);
  return { profile: merged, isNew: false, hasNewIdentifiers };
}

function isSame(key: keyof Identifiers, known: string | null, sent: string | undefined): boolean {
  return known !== null && sent !== undefined && identityKey(key, known) === identityKey(key, sent);
}

/** Candidates come oldest first, so that the first of equals is the oldest. */
export function bestMatch(candidates: readonly StoredProfile[], sent: Identifiers): StoredProfile | undefined {
  let best: StoredProfile | undefined;
  let bestScore = 0;
  for (const candidate of candidates) {
    const score = identifierKeys.filter((key) => isSame(key, candidate[key], sent[key])).length;
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

export function newProfile(sent: Identifiers, now: string): StoredProfile {
  return {
    id: newResourceId("prof"),
    email: sent.email ?? null,
    phone: sent.phone ?? null,
    externalId: sent.externalId ?? null,
    attributes: "{}",
    createdAt: now,
    updatedAt: now,
  };
}
