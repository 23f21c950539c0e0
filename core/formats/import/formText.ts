/** One field of a form. */
export interface FormField {
  readonly name: string;
  readonly value: string;
}

/** What `application/x-www-form-urlencoded` leaves as it is; a space is "+". Source: WHATWG URL, application/x-www-form-urlencoded percent-encode set. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");
}

/** Fields as the body of a form. */
export function formText(fields: readonly FormField[]): string {
  return fields.map(({ name, value }) => `${encoded(name)}=${encoded(value)}`).join("&");
}
