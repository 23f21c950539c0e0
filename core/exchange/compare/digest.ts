/** Two multipliers of large odd primes; the two halves mix the same text differently. */
const [firstPrime, secondPrime] = [0x9e3779b1, 0x85ebca77];

function finish(hash: number): string {
  const mixed = Math.imul(hash ^ (hash >>> 15), firstPrime);
  return ((mixed ^ (mixed >>> 13)) >>> 0).toString(16).padStart(8, "0");
}

/** Sixteen hexadecimal digits that stand for texts wherever only their sameness counts. Not for secrets: it can be reversed by trying. */
export function digest(texts: Iterable<string>): string {
  let first = 0x811c9dc5;
  let second = 0x1b873593;
  for (const text of texts) {
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      first = Math.imul(first ^ code, firstPrime);
      second = Math.imul((second << 13) | (second >>> 19), 5) ^ Math.imul(code + 1, secondPrime);
    }
    // Where one text ends, so that ("ab", "c") and ("a", "bc") differ.
    first = Math.imul(first ^ 0x10000, firstPrime);
    second = Math.imul(second ^ 0x10000, secondPrime);
  }
  return finish(first) + finish(second);
}
