import { callingCodeOf } from "../pseudonyms/phonePseudonym.ts";

/** A number in national spelling as that which it is in international form. */
export interface PhoneLink {
  /** Digits with the calling code. */
  readonly international: string;
  /** How many of them come after it. */
  readonly significant: number;
}

/** Shorter numbers are alike by chance. */
const leastSignificant = 8;

/**
 * Which numbers in national spelling ("07911 123456") are which in international form ("+447911123456"). A country is in no national number: it is taken from a
 * number of the same exchange that ends with the same digits, where there is one only.
 */
export class PhoneLinks {
  /** Of the present exchange: numbers in international form by the digits after their calling code; undefined where two countries have them. */
  readonly #international = new Map<string, PhoneLink | undefined>();
  /** Of the present exchange: numbers in national spelling by their digits without the zero before them, as they are in most countries. */
  readonly #national = new Map<string, Set<string>>();
  readonly #links = new Map<string, PhoneLink | undefined>();
  #changes = 0;

  /** Grows with each link. */
  get size(): number {
    return this.#changes;
  }

  /** Another exchange begins: what was in the last one tells nothing of it. */
  startExchange(): void {
    this.#international.clear();
    this.#national.clear();
  }

  noteInternational(international: string): void {
    const significant = international.length - callingCodeOf(international).length;
    const digits = international.slice(-significant);
    if (significant < leastSignificant) return;
    const known = this.#international.get(digits);
    const isOther = this.#international.has(digits) && known?.international !== international;
    const link = isOther ? undefined : { international, significant };
    this.#international.set(digits, link);
    for (const national of this.#national.get(digits) ?? []) this.#link(national, link);
  }

  noteNational(national: string): void {
    for (const digits of new Set([national, national.replace(/^0/, "")])) {
      const spellings = this.#national.get(digits);
      if (spellings) spellings.add(national);
      else this.#national.set(digits, new Set([national]));
      if (this.#international.has(digits)) this.#link(national, this.#international.get(digits));
    }
  }

  of(national: string): PhoneLink | undefined {
    return this.#links.get(national);
  }

  #link(national: string, link: PhoneLink | undefined): void {
    const known = this.#links.get(national);
    if (this.#links.has(national) && known?.international === link?.international) return;
    // Of two persons in two countries it is neither.
    this.#links.set(national, this.#links.has(national) ? undefined : link);
    this.#changes += 1;
  }
}
