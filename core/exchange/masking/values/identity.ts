import { isEmailAddress } from "../../../native/identifierFormats.ts";
import type { MaskedKind } from "../maskedKinds.ts";
import { ipv6Key, isIpv4 } from "../text/ipAddress.ts";
import { luhnSum } from "../text/luhn.ts";
import { phoneDigits } from "./phoneNumber.ts";

/** What a value is by its form: two spellings with one key are one value. */
export interface Identity {
  readonly kind: MaskedKind;
  readonly key: string;
}

function cardDigits(value: string): string | undefined {
  const digits = value.replace(/[ -]/g, "");
  return /^\d{13,19}$/.test(digits) && luhnSum(digits) % 10 === 0 ? digits : undefined;
}

/** Fields of people, in which an email address or a number in international form is what it looks like, whatever the field is for. */
export function identify(kind: MaskedKind, value: string): Identity {
  if (value.includes("@") && isEmailAddress(value)) return { kind: "email", key: value.toLowerCase() };
  const phone = kind === "phone" || value.startsWith("+") ? phoneDigits(value) : undefined;
  if (phone !== undefined) return { kind: "phone", key: phone };
  if (isIpv4(value)) return { kind: "ip", key: value };
  const ipv6 = value.includes(":") ? ipv6Key(value) : undefined;
  if (ipv6 !== undefined) return { kind: "ip", key: ipv6 };
  if (kind === "card") {
    const card = cardDigits(value);
    return card === undefined ? { kind: "id", key: value } : { kind, key: card };
  }
  // What an email, phone or ip field holds and is none keeps its shape, so that it is refused as it was.
  return { kind: kind === "email" || kind === "phone" || kind === "ip" ? "custom" : kind, key: value };
}
