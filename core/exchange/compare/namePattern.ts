/** Why a text is no pattern for header names, as the end of a sentence that begins with the text; undefined for one that is. */
export function namePatternFault(text: string): string | undefined {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/.test(text)
    ? undefined
    : 'is no header name. Write a name like "date", with "*" for any characters: "ratelimit-*"';
}

/** Whether a header name matches a pattern in which "*" stands for any run of characters. Case does not count. Pattern length × name length at most. */
export function matchesName(pattern: string, name: string): boolean {
  const wanted = pattern.toLowerCase();
  const given = name.toLowerCase();
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let index = 0; index < given.length; ) {
    if (wanted[at] === "*") {
      star = at++;
      resume = index;
    } else if (wanted[at] === given[index]) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++resume;
    } else return false;
  }
  while (wanted[at] === "*") at++;
  return at === wanted.length;
}
