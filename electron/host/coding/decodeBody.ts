import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from "node:zlib";
import { isSystemError } from "../portInUse.ts";
import { codingsOf, hasZlibHeader, mostCodings } from "./codings.ts";

export type DecodedBody =
  | { readonly ok: true; readonly body: Uint8Array }
  | { readonly ok: false; readonly reason: "unsupported" | "too-large" | "corrupt"; readonly coding: string };

type Decoder = (
  body: Uint8Array,
  options: ZlibOptions,
  done: (error: Error | null, decoded: Uint8Array) => void,
) => void;

const inflateEither: Decoder = (body, options, done) =>
  hasZlibHeader(body) ? inflate(body, options, done) : inflateRaw(body, options, done);

const decoders: Readonly<Record<string, Decoder>> = {
  gzip: gunzip,
  "x-gzip": gunzip,
  deflate: inflateEither,
  br: brotliDecompress,
};

/**
 * Undoes the content codings of a body. The expansion stops at `maxBytes`, so that a small body which unpacks to gigabytes costs no more memory than a
 * plain one of that size.
 */
export async function decodeBody(
  body: Uint8Array,
  contentEncoding: string | undefined,
  maxBytes: number,
): Promise<DecodedBody> {
  const codings = codingsOf(contentEncoding);
  if (codings.length > mostCodings) return { ok: false, reason: "unsupported", coding: contentEncoding ?? "" };
  for (const coding of codings) {
    if (!Object.hasOwn(decoders, coding)) return { ok: false, reason: "unsupported", coding };
  }
  let decoded = body;
  for (const coding of codings.reverse()) {
    const step = await decodeOnce(decoded, coding, maxBytes);
    if (!step.ok) return step;
    decoded = step.body;
  }
  return decoded.length > maxBytes
    ? { ok: false, reason: "too-large", coding: codings[0] ?? "identity" }
    : { ok: true, body: decoded };
}

function decodeOnce(body: Uint8Array, coding: string, maxBytes: number): Promise<DecodedBody> {
  return new Promise((resolve) => {
    decoders[coding]?.(body, { maxOutputLength: maxBytes }, (error, decoded) => {
      if (!error) resolve({ ok: true, body: decoded });
      else
        resolve({
          ok: false,
          reason: isSystemError(error, "ERR_BUFFER_TOO_LARGE") ? "too-large" : "corrupt",
          coding,
        });
    });
  });
}
