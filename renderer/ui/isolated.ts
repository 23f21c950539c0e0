/** Characters that turn the direction of what follows them. */
const turns = /[\u202A-\u202E\u2066-\u2069]/;

/** A text of people's data for the middle of a sentence, where no element can stand around it: what turns its direction ends with it. */
export function isolated(text: string): string {
  return turns.test(text) ? `\u2068${text}\u2069` : text;
}
