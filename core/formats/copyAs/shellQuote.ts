/**
 * One word of a POSIX shell that stands for exactly this text: within single quotes nothing has a meaning but the quote itself. A shell word holds no
 * NUL character; one is left out.
 */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("\0", "").replaceAll("'", "'\\''")}'`;
}
