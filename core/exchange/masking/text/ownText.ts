/** The same text in memory of its own: one that is cut out of a body holds the whole body in memory as long as it is kept. */
export function ownText(text: string): string {
  return ` ${text}`.slice(1);
}
