import type { Body } from "../exchange/exchange.ts";
import { decodeBase64, utf8Text } from "./base64.ts";

/** The body that base64 text stands for, as exchanges keep it: text where its bytes are UTF-8. undefined where it is no base64. */
export function base64Body(base64: string): Body | undefined {
  const bytes = decodeBase64(base64);
  return bytes && (utf8Text(bytes) ?? { base64: base64.replace(/\s/g, "") });
}

/** Said of a body that claims to be base64 and is not. */
export const brokenBase64 = "Its body says that it is base64 and is not. Correct it in the file.";
