/** Each coding may expand what the one before made, so a chain has a bound. No client stacks more than two. */
export const mostCodings = 4;

/** The content codings of a header, in their order; those that change nothing are left out. */
export function codingsOf(contentEncoding = ""): string[] {
  return contentEncoding
    .split(",")
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== "" && coding !== "identity");
}

/** Some clients send "deflate" without the zlib header that RFC 9110 asks for; the first byte tells. */
export function hasZlibHeader([first = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8;
}
