import { keySpans } from "../../secrets.ts";
import type { MaskedKind } from "../maskedKinds.ts";
import { emailSpans, type TextSpan } from "./emailSpans.ts";
import { ipv6Key, isIpv4, isLocalAddress } from "./ipAddress.ts";
import { luhnSum } from "./luhn.ts";

/** A piece of text that looks like personal data whatever stands around it. */
export interface PersonalSpan extends TextSpan {
  readonly kind: MaskedKind;
}

interface Detector {
  readonly kind: MaskedKind;
  /** What a text must have for the form to be worth looking for. */
  readonly needs: RegExp;
  readonly form: RegExp;
  readonly accepts: (found: string) => boolean;
}

function digitCount(text: string): number {
  return text.replace(/\D/g, "").length;
}

function hasPhoneLength(text: string): boolean {
  const count = digitCount(text);
  return count >= 7 && count <= 15;
}

function isCard(text: string): boolean {
  const digits = text.replace(/\D/g, "");
  return digits.length >= 14 && luhnSum(digits) % 10 === 0;
}

/** What ends with a zero is a network, or the version of a browser ("Chrome/120.0.0.0"). */
function isForeignIpv4(text: string): boolean {
  return isIpv4(text) && !text.endsWith(".0") && !isLocalAddress(text);
}

function isForeignIpv6(text: string): boolean {
  return /\d/.test(text) && ipv6Key(text) !== undefined && !isLocalAddress(text);
}

const threeDigits = /\d{3}/;

/** What every form has one of: most texts have none, and one look says so. */
const anyNeed = /[@+:]|\d(?:\.|\d\d)|0[1-9][ -]\d\d[ -]|\/profiles\//;

/** Each quantifier is bounded and no two of them can take the same characters, so that no text is slow. */
const detectors: readonly Detector[] = [
  {
    kind: "phone",
    needs: /\+/,
    form: /(?<![\w+])\+[1-9](?:[ ()./-]{0,2}\d){6,14}(?![\d])/g,
    accepts: hasPhoneLength,
  },
  {
    kind: "phone",
    needs: threeDigits,
    form: /(?<![\w.+-])(?:1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w-])/g,
    accepts: hasPhoneLength,
  },
  {
    kind: "phone",
    needs: threeDigits,
    form: /(?<![\w.+-])\(?0\d{2,4}\)?[ /-]\d{3,4}[ -]?\d{3,4}(?![\w-])/g,
    accepts: hasPhoneLength,
  },
  {
    kind: "phone",
    needs: threeDigits,
    form: /(?<![\w.+-])(?:\(0[1-9]\) ?|0[1-9] )\d{4}[ -]\d{4}(?![\w-])/g,
    accepts: hasPhoneLength,
  },
  {
    kind: "phone",
    needs: /0[1-9][ .-]\d\d[ .-]/,
    form: /(?<![\w.+-])0[1-9](?:[ .-]\d{2}){4}(?![\w-]|\.\d)/g,
    accepts: hasPhoneLength,
  },
  {
    kind: "phone",
    needs: /00[1-9]/,
    form: /(?<![\w.+-])00[1-9]\d{0,2}[ (](?:[ ()./-]{0,2}\d){6,12}(?![\w-])/g,
    accepts: hasPhoneLength,
  },
  { kind: "id", needs: /\/profiles\//, form: /(?<=\/profiles\/)[\dA-HJKMNP-TV-Z]{26}(?!\w)/g, accepts: () => true },
  { kind: "card", needs: threeDigits, form: /(?<![\w.-])[2-6]\d{3}(?:[ -]?\d){10,15}(?![\w-])/g, accepts: isCard },
  { kind: "ip", needs: /\d\./, form: /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)/g, accepts: isForeignIpv4 },
  {
    kind: "ip",
    needs: /:[^:]*:/,
    form: /(?<![\w:.])[\da-fA-F:]{3,39}(?:(?<=:)\d{1,3}(?:\.\d{1,3}){3})?(?![\w:]|\.\d)/g,
    accepts: isForeignIpv6,
  },
];

/**
 * Emails, phone numbers (E.164 and the common ways to write them), IP addresses, card numbers, keys, and Klaviyo's ids of people in addresses of profiles, in free
 * text and in no particular order. Numbers without a plus sign or separators are no phone numbers here: they are order numbers far more often. Linear in the text's
 * length.
 */
export function detectPersonal(text: string): PersonalSpan[] {
  const spans: PersonalSpan[] = keySpans(text).map((span) => ({ ...span, kind: "key" }));
  if (!anyNeed.test(text)) return spans;
  for (const span of emailSpans(text)) spans.push({ ...span, kind: "email" });
  for (const { kind, needs, form, accepts } of detectors) {
    if (!needs.test(text)) continue;
    for (const { 0: found, index } of text.matchAll(form)) {
      if (accepts(found)) spans.push({ start: index, end: index + found.length, kind });
    }
  }
  return spans;
}
