import type { Draw } from "./Draw.ts";

/** Reserved for examples: no mail arrives there (RFC 2606, RFC 6761). */
const domain = "masked.example";
const fixedCharacters = `user-@${domain}`.length;

/** An address as long as the original (`length` characters) where that leaves enough of them to tell people apart. */
export function emailPseudonym(length: number, draw: Draw): string {
  const count = Math.min(16, Math.max(8, length - fixedCharacters));
  return `user-${draw.hex(count)}@${domain}`;
}

/** An address with letters as the original has them: all capitals, none, or some. Spellings of one address that differ in case go on to do so. */
export function inCaseOf(original: string, address: string): string {
  if (original === original.toLowerCase()) return address;
  return original === original.toUpperCase()
    ? address.toUpperCase()
    : address.charAt(0).toUpperCase() + address.slice(1);
}
