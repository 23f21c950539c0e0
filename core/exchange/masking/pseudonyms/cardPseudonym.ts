import { luhnSum } from "../text/luhn.ts";
import type { Draw } from "./Draw.ts";

/** Digits that pass the checksum and start with 9, which no card does (ISO/IEC 7812: left to national bodies). */
export function cardPseudonym(digits: string, draw: Draw): string {
  const body = `9${draw.digits(digits.length - 2)}`;
  return body + String((10 - (luhnSum(`${body}0`) % 10)) % 10);
}
