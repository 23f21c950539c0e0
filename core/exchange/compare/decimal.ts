import { type JsonNumber, numberText } from "../../json/json.ts";

/** digits × 10^exponent; digits have no zero at either end, zero has none at all. */
interface Decimal {
  readonly isNegative: boolean;
  readonly digits: string;
  readonly exponent: number;
}

const numberForm = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

function withoutEnds(digits: string): { readonly digits: string; readonly dropped: number } {
  let start = 0;
  let end = digits.length;
  while (start < end && digits[start] === "0") start++;
  while (end > start && digits[end - 1] === "0") end--;
  return { digits: digits.slice(start, end), dropped: digits.length - end };
}

/** undefined where the exponent is beyond counting. */
function toDecimal(number: JsonNumber): Decimal | undefined {
  const [, sign, whole = "", fraction = "", power = "0"] = numberForm.exec(numberText(number)) ?? [];
  const { digits, dropped } = withoutEnds(whole + fraction);
  if (digits === "") return { isNegative: false, digits, exponent: 0 };
  const exponent = Number(power) - fraction.length + dropped;
  return Number.isSafeInteger(exponent) ? { isNegative: sign === "-", digits, exponent } : undefined;
}

/** Whether two numbers are one, however they are written: `1.0`, `1` and `10e-1` are. Exact for numbers of any size. */
export function isSameNumber(left: JsonNumber, right: JsonNumber): boolean {
  const [first, second] = [toDecimal(left), toDecimal(right)];
  if (!first || !second) return numberText(left) === numberText(right);
  const { isNegative, digits, exponent } = first;
  return isNegative === second.isNegative && digits === second.digits && exponent === second.exponent;
}

/** Numbers that span more places are not subtracted: the work would grow with their square. */
const mostPlaces = 2000;

/** The numbers as whole multiples of one power of ten; undefined where that would take too many places. */
function scaled(decimals: readonly Decimal[]): bigint[] | undefined {
  const shown = decimals.filter(({ digits }) => digits !== "");
  const least = Math.min(...shown.map(({ exponent }) => exponent));
  const most = Math.max(...shown.map(({ exponent, digits }) => exponent + digits.length));
  if (shown.length > 0 && most - least > mostPlaces) return undefined;
  return decimals.map(({ isNegative, digits, exponent }) => {
    if (digits === "") return 0n;
    const size = BigInt(digits) * 10n ** BigInt(exponent - least);
    return isNegative ? -size : size;
  });
}

function magnitude(number: bigint): bigint {
  return number < 0n ? -number : number;
}

/** How far apart two numbers are, as a JavaScript number; infinite where that cannot be told. */
function distance(left: JsonNumber, right: JsonNumber): number {
  if (isSameNumber(left, right)) return 0;
  const apart = Math.abs(Number(numberText(left)) - Number(numberText(right)));
  return Number.isNaN(apart) ? Number.POSITIVE_INFINITY : apart;
}

/** Whether two numbers are at most `tolerance` apart, computed exactly. Numbers of thousands of places are only ever within when they are the same. */
export function isWithin(left: JsonNumber, right: JsonNumber, tolerance: number): boolean {
  if (isSameNumber(left, right)) return true;
  const decimals = [left, right, tolerance].map(toDecimal);
  const [first, second, bound] = scaled(decimals.filter((decimal) => decimal !== undefined)) ?? [];
  if (first === undefined || second === undefined || bound === undefined) return false;
  return magnitude(first - second) <= bound;
}

/** The smallest power of ten that takes in the distance of two numbers, so that the next run has some room; undefined where none does. */
export function toleranceOf(left: JsonNumber, right: JsonNumber): number | undefined {
  if (isWithin(left, right, 0)) return 0;
  const power = Math.ceil(Math.log10(distance(left, right) || 1));
  const candidates = [power, power + 1, power + 2].map((exponent) => Number(`1e${exponent}`));
  return candidates.find((candidate) => Number.isFinite(candidate) && isWithin(left, right, candidate));
}
