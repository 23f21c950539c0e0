import type { Body, Headers } from "../../../../core/exchange/exchange.ts";
import { decodeUtf8 } from "../../../../core/json/utf8.ts";

const codings: Readonly<Record<string, CompressionFormat>> = { gzip: "gzip", "x-gzip": "gzip", deflate: "deflate" };

export type BodyText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** The text of a recorded body, for editing: out of its content coding. `message` is user text. */
export async function bodyText(body: Body, headers: Headers): Promise<BodyText> {
  if (typeof body === "string") return { ok: true, text: body };
  const coding =
    headers
      .find(([name]) => name.toLowerCase() === "content-encoding")?.[1]
      .trim()
      .toLowerCase() ?? "";
  const bytes = await decode(bytesOf(body.base64), coding);
  const decoded = bytes && decodeUtf8(bytes);
  if (decoded?.ok) return decoded;
  const what = coding === "" || coding === "identity" ? "is not UTF-8 text" : `is coded as ${coding}`;
  return { ok: false, message: `Its body ${what} and cannot be edited here. Everything else was taken over.` };
}

/** undefined where the coding is not one that the browser undoes, or the bytes are not of it. */
async function decode(bytes: Uint8Array<ArrayBuffer>, coding: string): Promise<Uint8Array | undefined> {
  if (coding === "" || coding === "identity") return bytes;
  const format = codings[coding];
  if (format === undefined) return undefined;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    return undefined;
  }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
