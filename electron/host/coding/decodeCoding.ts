import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, type ZlibOptions } from "node:zlib";
import type { Headers } from "../../../core/exchange/exchange.ts";
import { headerValue } from "../../../core/exchange/headers.ts";
import { codingsOf, hasZlibHeader, mostCodings } from "./codings.ts";

type Decoder = (bytes: Buffer, options: ZlibOptions) => Buffer;

const inflateEither: Decoder = (bytes, options) =>
  hasZlibHeader(bytes) ? inflateSync(bytes, options) : inflateRawSync(bytes, options);

const decoders: Readonly<Record<string, Decoder>> = {
  gzip: gunzipSync,
  "x-gzip": gunzipSync,
  deflate: inflateEither,
  br: brotliDecompressSync,
};

/** More than any body that the surfaces accept unpacks to. */
const mostBytes = 16 * 1024 * 1024;

function codingsIn(headers: Headers): string[] {
  return codingsOf(headerValue(headers, "content-encoding"));
}

/** The headers of a body whose codings were undone: none that tells of a coding, or of the length that it had. As they are where a coding is not known. */
export function withoutCoding(headers: Headers): Headers {
  const codings = codingsIn(headers);
  if (codings.length === 0 || codings.some((coding) => !Object.hasOwn(decoders, coding))) return headers;
  return headers.filter(([name]) => !["content-encoding", "content-length"].includes(name.toLowerCase()));
}

/** A recorded body as what it says, its content codings undone; as it is where they cannot be undone. */
export function decodeCoding(bytes: Buffer, headers: Headers): Buffer {
  const codings = codingsIn(headers);
  if (codings.length === 0 || codings.length > mostCodings) return bytes;
  try {
    return codings.reduceRight((body, coding) => {
      const decode = decoders[coding];
      if (!decode) throw new Error(`There is no content coding "${coding}".`);
      return decode(body, { maxOutputLength: mostBytes });
    }, bytes);
  } catch {
    return bytes;
  }
}
