import { layDigits } from "../pseudonyms/phonePseudonym.ts";

const phoneForm = /^\+?[\d ()./-]*$/;

/** Zeros that are no part of an international number: "(0)" in "+44 (0) 20 …" is dialled within the country only, "00" stands for the plus sign. */
const bracketedZero = /^(\+[\d ./-]*)\(0\)/;
const doubleZero = /^(\D*)00(?=[ ()./-]*[1-9])/;
const hidden = "\0";

function withoutPrefixes(value: string): string {
  return value.replace(bracketedZero, `$1(${hidden})`).replace(doubleZero, `$1${hidden}${hidden}`);
}

/** The digits of a phone number however it is written; those of one in international form begin with the calling code. undefined for what is none. */
export function phoneDigits(value: string): string | undefined {
  if (value.length > 40 || !phoneForm.test(value)) return undefined;
  const digits = withoutPrefixes(value).replace(/\D/g, "");
  return digits.length >= 7 && digits.length <= 15 ? digits : undefined;
}

/** Whether a number says by itself that it begins with the calling code. */
export function isInternational(value: string): boolean {
  return value.startsWith("+") || doubleZero.test(value);
}

/** Puts the digits of another number in the place of those of a number as it was written. */
export function layPhone(written: string, digits: string): string {
  return layDigits(withoutPrefixes(written), digits).replaceAll(hidden, "0");
}
