/** Where an email address stands in a text. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

const longestLocal = 64;
/** What a unit may be to the part before the "@": no part of it, a part within, or a part anywhere. */
const outside = 1;
const within = 2;
const anywhere = 3;
/** By code unit; 0 where nobody has asked yet. */
const localClasses = new Uint8Array(0x10000);

function localClass(code: number): number {
  const known = localClasses[code];
  if (known) return known;
  const unit = String.fromCharCode(code);
  const edge = /[\p{L}\p{N}\p{M}_]/u.test(unit);
  localClasses[code] = edge ? anywhere : ".+'%-".includes(unit) ? within : outside;
  return localClass(code);
}
const domainForm = /(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}[\p{L}\p{N}-]{0,62}[\p{L}\p{N}]/uy;
const topLevel = /\.(?:xn--[a-z\d-]{2,59}|[\p{L}]{2,63})$/iu;

function localStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < longestLocal && localClass(text.charCodeAt(start - 1)) !== outside) start--;
  while (start < at && localClass(text.charCodeAt(start)) !== anywhere) start++;
  return start;
}

/** A domain ends with a name; what follows one with digits in it is no part of an address. */
function domainEnd(text: string, start: number): number | undefined {
  domainForm.lastIndex = start;
  let domain = domainForm.exec(text)?.[0];
  while (domain !== undefined && !topLevel.test(domain)) {
    const dot = domain.lastIndexOf(".");
    const shorter = /^\.\p{L}{2,63}/u.exec(domain.slice(dot))?.[0];
    if (shorter !== undefined) return start + dot + shorter.length;
    domain = dot > domain.indexOf(".") ? domain.slice(0, dot) : undefined;
  }
  return domain === undefined ? undefined : start + domain.length;
}

/**
 * The email addresses in a text, in its order. Looks from each "@" to both sides, 64 characters to the left and a few labels to the right, so that hostile
 * text costs no more than its length. Takes the forms that people have, not every form that RFC 5322 allows.
 */
export function emailSpans(text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const start = localStart(text, at);
    const end = start < at ? domainEnd(text, at + 1) : undefined;
    if (end !== undefined) spans.push({ start, end });
  }
  return spans;
}
