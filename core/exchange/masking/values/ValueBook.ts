import type { MaskedKind } from "../maskedKinds.ts";
import { birthPseudonym } from "../pseudonyms/birthPseudonym.ts";
import { cardPseudonym } from "../pseudonyms/cardPseudonym.ts";
import { coordinatePseudonym } from "../pseudonyms/coordinatePseudonym.ts";
import { createDraws, type Draw } from "../pseudonyms/Draw.ts";
import { emailPseudonym, inCaseOf } from "../pseudonyms/emailPseudonym.ts";
import { ipv4Pseudonym, ipv6Pseudonym } from "../pseudonyms/ipPseudonym.ts";
import { keyPseudonym } from "../pseudonyms/keyPseudonym.ts";
import { linkPseudonym } from "../pseudonyms/linkPseudonym.ts";
import { layDigits, phonePseudonym } from "../pseudonyms/phonePseudonym.ts";
import { inLetterCaseOf, shapePseudonym } from "../pseudonyms/shapePseudonym.ts";
import { isIpv4 } from "../text/ipAddress.ts";
import { ownText } from "../text/ownText.ts";
import { type OnFound, WordFinder } from "../text/WordFinder.ts";
import { wordCore } from "../text/wordBreaks.ts";
import { identify } from "./identity.ts";
import { isDistinctive } from "./isDistinctive.ts";
import { type PhoneLink, PhoneLinks } from "./PhoneLinks.ts";
import { isInternational, layPhone, phoneDigits } from "./phoneNumber.ts";

/** A value that was masked. It is looked for again in what an export wrote. */
export interface Original {
  readonly kind: MaskedKind;
  readonly value: string;
}

/** Makes a pseudonym; `attempt` counts from 0 and makes another one each time. */
type Make = (draw: Draw, attempt: number) => string;

/** How often another pseudonym is tried for one that is taken or holds an original. Values of one or two characters run out of free ones. */
const mostAttempts = 50;

const wordRun = /[\p{L}\p{M}\p{N}]+/gu;

/** A number of North America without its country's 1. */
const nationalNumber = /^[2-9]\d{2}[2-9]\d{6}$/;

/**
 * The originals of an export and their pseudonyms. The same original has the same pseudonym for as long as the book lives, and two originals never share one
 * (as far as their length allows). No pseudonym holds an original that the book knew when it was made. Takes about 300 bytes for each distinct value: keeping
 * them apart needs them all.
 */
export class ValueBook {
  /** How many pseudonyms there are, by kind; for names and addresses, how many words. */
  readonly counts = new Map<MaskedKind, number>();
  readonly #drawFor: (label: string) => Draw;
  /** By table and key: the tables are the kinds, and one of words, which names, addresses and added values share. */
  readonly #pseudonyms = new Map<string, string>();
  readonly #taken = new Set<string>();
  readonly #finder = new WordFinder<MaskedKind>();
  readonly #originals = new Map<string, MaskedKind>();
  /** Digits of numbers that were written in international form. */
  readonly #internationalNumbers = new Set<string>();
  readonly #phoneLinks = new PhoneLinks();
  /** How often a phone number was learned. */
  phoneMentions = 0;
  readonly #kept = new Set<string>();

  constructor(secret: string) {
    this.#drawFor = createDraws(secret);
  }

  /** Grows with everything that is learned or kept. */
  get size(): number {
    return (
      this.#originals.size +
      this.#finder.size +
      this.#internationalNumbers.size +
      this.#phoneLinks.size +
      this.#kept.size
    );
  }

  /** What is learned from now on is of another exchange. */
  startExchange(): void {
    this.#phoneLinks.startExchange();
  }

  /** Takes a value out of masking, in this and in every other place. */
  keep(value: string): void {
    const core = wordCore(value);
    if (core !== "") this.#kept.add(core.toLowerCase());
    const { kind, key } = identify("custom", value);
    if (kind !== "phone") return;
    for (const digits of phoneSpellings(key)) this.#kept.add(digits);
    this.#linkPhone(value, key);
  }

  isKept(value: string): boolean {
    if (this.#kept.size === 0) return false;
    if (this.#kept.has(wordCore(value).toLowerCase())) return true;
    const digits = phoneDigits(value) ?? "";
    return this.#kept.has(this.#phoneLinks.of(digits)?.international ?? digits);
  }

  /** Notes a value that is to be masked. */
  learn(fieldKind: MaskedKind, value: string): void {
    const { kind, key } = identify(fieldKind, value);
    this.#note(kind, value);
    if (kind === "email") this.#note(kind, key);
    if (kind === "phone") this.#learnPhone(value, key);
    if (kind === "address") this.#learnSpellings(kind, value);
    if (kind !== "name") return;
    for (const [word] of value.matchAll(wordRun)) {
      this.#note(kind, word);
      this.#learnSpellings(kind, word);
    }
  }

  /** Calls back for each known value in a text, but for those kept. */
  find(text: string, onFound: OnFound<MaskedKind>): void {
    this.#finder.find(text, (start, end, kind) => {
      if (!this.isKept(text.slice(start, end))) onFound(start, end, kind);
    });
  }

  /** What stands for a value from now on; undefined where nothing of it can be told from another value ("", "--") or where it is kept. */
  pseudonym(fieldKind: MaskedKind, value: string): string | undefined {
    if (this.isKept(value)) return undefined;
    const { kind, key } = identify(this.#originals.get(wordCore(value)) ?? fieldKind, value);
    const pseudonym = this.#make(kind, key, value);
    return pseudonym === value ? undefined : pseudonym;
  }

  /** Every value that is worth looking for, in no particular order. */
  *originals(): Generator<Original, void, undefined> {
    for (const [value, kind] of this.#originals) if (!this.isKept(value)) yield { kind, value };
  }

  #note(kind: MaskedKind, value: string): void {
    const found = wordCore(value);
    if (found === "" || this.#originals.has(found) || !isDistinctive(kind, found)) return;
    const core = ownText(found);
    this.#originals.set(core, kind);
    this.#finder.add(core, kind);
  }

  /** In other letter cases a name or an address is masked in text too, if it is none of the original values. */
  #learnSpellings(kind: MaskedKind, value: string): void {
    if (!isDistinctive(kind, value)) return;
    for (const spelling of letterCases(value)) {
      if (isDistinctive(kind, spelling)) this.#finder.add(spelling, kind);
    }
  }

  #learnPhone(value: string, digits: string): void {
    if (isInternational(value)) this.#internationalNumbers.add(digits);
    this.phoneMentions += 1;
    this.#linkPhone(value, digits);
    for (const spelling of phoneSpellings(digits)) this.#note("phone", spelling);
  }

  #linkPhone(value: string, digits: string): void {
    if (isInternational(value)) this.#phoneLinks.noteInternational(digits);
    else if (!this.#internationalNumbers.has(digits)) this.#phoneLinks.noteNational(digits);
  }

  #make(kind: MaskedKind, key: string, value: string): string {
    switch (kind) {
      case "email":
        return inCaseOf(
          value,
          this.#assigned(kind, key, key, (draw) => emailPseudonym(key.length, draw)),
        );
      case "phone":
        return this.#phone(value, key);
      case "ip":
        return this.#assigned(kind, key, value, (draw, attempt) =>
          isIpv4(value) ? ipv4Pseudonym(draw, attempt) : ipv6Pseudonym(draw),
        );
      case "card":
        return layDigits(
          value,
          this.#assigned(kind, key, key, (draw) => cardPseudonym(key, draw)),
        );
      case "birth":
        return this.#assigned(kind, key, value, (draw) => birthPseudonym(value, draw));
      case "coordinate":
        return this.#assigned(kind, key, value, (draw) => coordinatePseudonym(value, draw));
      case "link":
        return this.#assigned(kind, key, value, (draw) => linkPseudonym(value, draw));
      case "id":
        return this.#code(kind, value, shapePseudonym);
      case "key":
        return this.#code(kind, value, keyPseudonym);
      case "name":
      case "address":
      case "custom":
        return value.replace(wordRun, (word) => this.#word(kind, word));
    }
  }

  #phone(value: string, digits: string): string {
    const link = isInternational(value) ? undefined : this.#phoneLinks.of(digits);
    const linked = link && this.#nationalPhone(digits, link);
    if (linked !== undefined) return layPhone(value, linked);
    const full = this.#fullPhone(value, digits);
    return layPhone(value, this.#otherPhone(full).slice(full.length - digits.length));
  }

  #otherPhone(digits: string): string {
    return this.#assigned("phone", digits, digits, (draw, attempt) => phonePseudonym(digits, draw, attempt));
  }

  /** Undefined where it would begin with zeros that the original has not: those mean another country, and begin no number in JSON. */
  #nationalPhone(digits: string, { international, significant }: PhoneLink): string | undefined {
    const zero = digits.slice(0, -significant);
    const other = this.#otherPhone(international).slice(-significant);
    return zero === "" && other.startsWith("0") ? undefined : zero + other;
  }

  /** With the country's 1 where the number is one of North America without it. */
  #fullPhone(value: string, digits: string): string {
    const isNational =
      nationalNumber.test(digits) && !isInternational(value) && !this.#internationalNumbers.has(digits);
    return isNational ? `1${digits}` : digits;
  }

  /** Case tells ids and keys apart. */
  #code(kind: MaskedKind, value: string, pseudonym: (core: string, draw: Draw) => string): string {
    const core = wordCore(value);
    const start = value.indexOf(core);
    const other = this.#assigned(kind, core, core, (draw) => pseudonym(core, draw));
    return value.slice(0, start) + other + value.slice(start + core.length);
  }

  /** A word has one pseudonym in all kinds of text and in any case of its letters. */
  #word(kind: MaskedKind, word: string): string {
    const small = word.toLowerCase();
    return inLetterCaseOf(
      word,
      this.#assigned(kind, small, small, (draw) => shapePseudonym(small, draw), "word"),
    );
  }

  #assigned(kind: MaskedKind, key: string, original: string, make: Make, table: string = kind): string {
    const label = `${table} ${key}`;
    let pseudonym = this.#pseudonyms.get(label);
    if (pseudonym !== undefined) return pseudonym;
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      pseudonym = make(this.#drawFor(`${label}\n${attempt}`), attempt);
      if (
        pseudonym !== original &&
        !this.#taken.has(pseudonym) &&
        !this.#finder.isIn(pseudonym) &&
        !this.#finder.isIn(capitalized(pseudonym))
      )
        break;
    }
    pseudonym ??= original;
    this.#pseudonyms.set(label, pseudonym);
    this.#taken.add(pseudonym);
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    return pseudonym;
  }
}

/** The digits of a number, and those of a North American one without its country. */
function phoneSpellings(digits: string): string[] {
  const national = digits.slice(1);
  return digits.startsWith("1") && nationalNumber.test(national) ? [digits, national] : [digits];
}

/** In capitals, in small letters, and with a capital for each word. */
function letterCases(text: string): string[] {
  const small = text.toLowerCase();
  return [text.toUpperCase(), small, small.replace(wordRun, capitalized)];
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
