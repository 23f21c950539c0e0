import { brotliDecompress, gunzip, inflate, inflateRaw, type ZlibOptions } from "node:zlib";
import { isSystemError } from "../portInUse.ts";

export type DecodedBody =
  | { readonly ok: true; readonly body: Uint8Array }
  | { readonly ok: false; readonly reason: "unsupported" | "too-large" | "corrupt"; readonly coding: string };

type Decoder = (
  body: Uint8Array,
  options: ZlibOptions,
  done: (error: Error | null, decoded: Uint8Array) => void,
) => void;

/** Some clients send "deflate" without the zlib header that RFC 9110 asks for; the first byte tells. */
const inflateEither: Decoder = (body, options, done) =>
  ((body[0] ?? 0) & 0x0f) === 8 ? inflate(body, options, done) : inflateRaw(body, options, done);

const decoders: Readonly<Record<string, Decoder>> = {
  gzip: gunzip,
  "x-gzip": gunzip,
  deflate: inflateEither,
  br: brotliDecompress,
};

/** Each coding may expand what the one before made, so a chain has a bound as well. No client stacks more than two. */
const maxCodings = 4;

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
  if (codings.length > maxCodings) return { ok: false, reason: "unsupported", coding: contentEncoding ?? "" };
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

function codingsOf(contentEncoding: string | undefined): string[] {
  if (contentEncoding === undefined) return [];
  return contentEncoding
    .split(",")
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== "" && coding !== "identity");
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
