import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** The secret of one launch. It comes in the address once and then lives in a cookie that no script can read. */
export interface AccessToken {
  readonly value: string;
  /** Carries the port: cookies know none, and two workbenches on one machine must not overwrite each other's. */
  readonly cookieName: string;
}

export function createToken(): string {
  return randomBytes(32).toString("base64url");
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Compares in a time that tells nothing of how much was right, whatever the lengths. */
export function isToken(token: AccessToken, candidate: string | undefined): boolean {
  return candidate !== undefined && timingSafeEqual(digest(candidate), digest(token.value));
}

export function cookieValue(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(";") ?? []) {
    const [key, value] = pair.trim().split("=", 2);
    if (key === name) return value;
  }
  return undefined;
}

/** `Strict`: no request that another site caused carries it, not even a link that is followed. */
export function tokenCookie(token: AccessToken): string {
  return `${token.cookieName}=${token.value}; HttpOnly; SameSite=Strict; Path=/`;
}
