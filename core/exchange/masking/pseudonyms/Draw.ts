import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";

/**
 * An endless row of numbers that depends on a secret and a label alone (HMAC-SHA-256 in counter mode). Without the secret nobody can try out which original
 * led to a pseudonym.
 */
export class Draw {
  readonly #secret: string;
  readonly #label: string;
  #bytes: Uint8Array = new Uint8Array();
  #used = 0;
  #blocks = 0;

  constructor(secret: string, label: string) {
    this.#secret = secret;
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
      this.#bytes = hmac(sha256, this.#secret, `${this.#blocks++}\n${this.#label}`);
      this.#used = 0;
    }
    return this.#bytes[this.#used++] ?? 0;
  }
}
