import { decodeUtf8 } from "../json/utf8.ts";

/** Node and browsers have them, TypeScript's language library does not declare them. */
declare const atob: (text: string) => string;
declare const btoa: (bytes: string) => string;
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Base64 of a text's UTF-8 bytes. */
export function encodeBase64(text: string): string {
  let binary = "";
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** The bytes of base64 text (RFC 4648, white space allowed, padding optional); undefined where it is none. */
export function decodeBase64(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

const byteOrderMark = "\uFEFF";

/** The text that bytes are as UTF-8, a byte order mark included; undefined where they are none. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  const decoded = decodeUtf8(bytes);
  if (!decoded.ok) return undefined;
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return hasMark ? byteOrderMark + decoded.text : decoded.text;
}
