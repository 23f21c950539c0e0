import type { Draw } from "./Draw.ts";
import { fictionalPhones } from "./fictionalPhones.ts";

/** Calling codes of one and two digits (ITU-T E.164, list of country codes); all others have three. */
const callingCode = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{1,3})/;

export function callingCodeOf(digits: string): string {
  return callingCode.exec(digits)?.[0] ?? "";
}

function filled(start: string, draw: Draw): string {
  return start.replace(/[?#]/g, (hole) => String(hole === "?" ? draw.below(10) : 2 + draw.below(6)));
}

/** No country begins numbers with two zeros behind its calling code, or behind the zero that stands for it, so that no telephone rings. */
function unassigned(length: number, draw: Draw): string {
  const zeros = "0".repeat(Math.min(2, Math.max(0, length - 3)));
  return zeros + draw.digits(length - zeros.length);
}

/** How often a fictional number is tried before ranges are taken for full. */
const fictionalAttempts = 8;

/**
 * Digits for those of an international number, or of one in national spelling with its zero: the same calling code, or the zero, and the same length, in a range for fiction where there is one and where it has room, else
 * one that is not assigned. `attempt` counts from 0.
 */
export function phonePseudonym(digits: string, draw: Draw, attempt: number): string {
  const code = digits.startsWith("0") ? "0" : callingCodeOf(digits);
  const length = digits.length - code.length;
  const range = fictionalPhones.find((row) => row.country === code && row.length === length);
  if (!range || attempt >= fictionalAttempts) return code + unassigned(length, draw);
  const start = filled(draw.pick(range.starts) ?? "", draw);
  return code + start + draw.digits(length - start.length);
}

/** Puts digits in the place of those of a number as it was written; brackets, spaces and the plus sign stay. */
export function layDigits(written: string, digits: string): string {
  let next = 0;
  return written.replace(/\d/g, (digit) => digits[next++] ?? digit);
}
