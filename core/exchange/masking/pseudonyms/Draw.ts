import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { encodeBase64, utf8Bytes } from "../text/base64.ts";

/** Bytes that depend on a secret and a label. */
type Block = (label: string) => Uint8Array;

/** An endless row of numbers that depends on a secret and a label alone. */
export class Draw {
  readonly #block: Block;
  readonly #label: string;
  #bytes: Uint8Array = new Uint8Array();
  #used = 0;
  #blocks = 0;

  constructor(block: Block, label: string) {
    this.#block = block;
    this.#label = label;
  }

  /** A whole number from 0 to below `bound`, which is 65,536 at most. */
  below(bound: number): number {
    return (this.#byte() * 256 + this.#byte()) % bound;
  }

  /** One of the characters of a text, or of the items of a list. */
  pick<T>(choices: ArrayLike<T>): T | undefined {
    return choices[this.below(choices.length)];
  }

  /** As many digits as asked for. */
  digits(count: number): string {
    return Array.from({ length: count }, () => this.below(10)).join("");
  }

  /** As many hexadecimal digits as asked for. */
  hex(count: number): string {
    return Array.from({ length: count }, () => this.below(16).toString(16)).join("");
  }

  #byte(): number {
    if (this.#used === this.#bytes.length) {
      this.#bytes = this.#block(`${this.#blocks++}\n${this.#label}`);
      this.#used = 0;
    }
    return this.#bytes[this.#used++] ?? 0;
  }
}

const longestLabel = 1000;

/**
 * Makes draws by label (HMAC-SHA-256 in counter mode). Without the secret nobody can try out which original led to a pseudonym. The secret is taken in once, which
 * halves the work of each draw. So is a long label, which each block would read from its beginning.
 */
export function createDraws(secret: string): (label: string) => Draw {
  const keyed = hmac.create(sha256, utf8Bytes(secret));
  const block: Block = (label) => keyed.clone().update(utf8Bytes(label)).digest();
  return (label) => new Draw(block, label.length > longestLabel ? encodeBase64(block(label)) : label);
}
