import type { Draw } from "./Draw.ts";
import { shapePseudonym } from "./shapePseudonym.ts";

/** What says whose key it is, and what for: "ps_test_", "pk_". */
const keyStart = /^[a-z]{2}_(?:(?:live|test)_)?/;

/** What a key that opens nothing begins with, whichever signs keys of its form have. */
const marks = { hex: "00000000", other: "masked" } as const;
/** A shorter key has no room for a mark beside enough signs to tell keys apart. */
const shortestMarked = 16;

function markOf(secret: string): string {
  if (secret.length < shortestMarked) return "";
  return /^[\da-f]+$/.test(secret) && /\d/.test(secret) ? marks.hex : marks.other;
}

/** A key of the same form that says by itself that it is none ("ps_test_masked…", "pk_00000000…"). Any other secret keeps its shape. */
export function keyPseudonym(secret: string, draw: Draw): string {
  const start = keyStart.exec(secret)?.[0];
  if (start === undefined) return shapePseudonym(secret, draw);
  const rest = secret.slice(start.length);
  const mark = markOf(rest);
  return start + mark + shapePseudonym(rest, draw).slice(mark.length);
}
