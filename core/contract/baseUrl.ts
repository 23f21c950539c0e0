import { z } from "zod";

/** A user name or password in a web address, with all that URL parsers let stand for its two slashes. */
const credentials = /^([^:]*:[/\\\s]*)[^/\\?#]*@/;

/**
 * The address that paths are put below, for example "https://api.postscript.io/v1". One with a user name or password is refused: it would be kept and shown with
 * the address, and keys are what is sent.
 */
export const baseUrlSchema = z
  .url({ protocol: /^https?$/ })
  .refine((url) => !credentials.test(url), "An address without a user name or password is needed.");

export function withoutCredentials(url: string): string {
  return url.replace(credentials, "$1");
}
