import { readAuthorization } from "../../../core/klaviyo/authorization.ts";

/** Whether the surfaces would read this as a key. */
export function isApiKey(text: string): boolean {
  return readAuthorization(`Bearer ${text}`).ok;
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** A test key made of random bytes, of which at least 32 must be given. */
export function testKeyFrom(random: Uint8Array): string {
  const tail = Array.from(random.subarray(0, 32), (byte) => letters[byte % letters.length]);
  return `ps_test_${tail.join("")}`;
}

export function generateTestKey(): string {
  return testKeyFrom(crypto.getRandomValues(new Uint8Array(32)));
}
