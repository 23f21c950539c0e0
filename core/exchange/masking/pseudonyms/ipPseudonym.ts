import type { Draw } from "./Draw.ts";

/** RFC 5737; 768 addresses. */
const documentationBlocks = ["192.0.2", "198.51.100", "203.0.113"] as const;
/** Attempts from which on the blocks are taken for full, and addresses come from the benchmarking range (RFC 2544). */
const blockAttempts = 8;

export function ipv4Pseudonym(draw: Draw, attempt: number): string {
  if (attempt < blockAttempts) return `${draw.pick(documentationBlocks)}.${draw.below(256)}`;
  return `198.${18 + draw.below(2)}.${draw.below(256)}.${draw.below(256)}`;
}

/** In the range for documentation (RFC 3849). */
export function ipv6Pseudonym(draw: Draw): string {
  const group = (): string => (1 + draw.below(0xffff)).toString(16);
  return `2001:db8:${group()}:${group()}::${group()}`;
}
