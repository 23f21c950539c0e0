import type { Draw } from "./Draw.ts";

const secondsInDay = 86_400;

function year(text: string, draw: Draw): string {
  return String(Number(text) - 1 - draw.below(9)).padStart(text.length, "0");
}

/** 1 to 12 is a day and a month: whichever the number is, the date exists. */
function dayOrMonth(text: string, draw: Draw): string {
  const number = String(1 + draw.below(text.length === 1 ? 9 : 12));
  return number.padStart(text.length, "0");
}

function part(text: string, draw: Draw): string {
  if (text.length === 4) return year(text, draw);
  if (text.length <= 2) return dayOrMonth(text, draw);
  if (text.length === 8) return year(text.slice(0, 4), draw) + dayOrMonth("00", draw) + dayOrMonth("00", draw);
  const days = 1 + draw.below(3000);
  return text.length <= 15 ? String(Math.max(0, Number(text) - days * secondsInDay)) : text;
}

/** Day, month and year; what follows is a time of day and stays. */
const datedParts = 3;

/** Another date in the same form, up to ten years before: ISO 8601, day and month in any order, eight digits, seconds since 1970. */
export function birthPseudonym(value: string, draw: Draw): string {
  let parts = 0;
  return value.replace(/\d+/g, (digits) => (parts++ < datedParts ? part(digits, draw) : digits));
}
