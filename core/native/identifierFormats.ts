const longestEmail = 320;

/** A dot-atom before the @ and at least two labels after it; quoted names and addresses of hosts are refused. */
const email =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

/** Klaviyo names no grammar: this one is assumed, that of Django's validator without its rare forms. */
export function isEmailAddress(text: string): boolean {
  return text.length <= longestEmail && email.test(text);
}

const e164 = /^\+[1-9]\d{6,14}$/;

/** E.164 (Klaviyo API reference; Postscript, Identifying users); that seven digits are the least is assumed. */
export function isPhoneNumber(text: string): boolean {
  return e164.test(text);
}
