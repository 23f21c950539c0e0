import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";

/** `text` in every coding that a client may send it in: the header's value, and the bytes. */
export function packings(text: string): [coding: string, bytes: Buffer][] {
  return [
    ["gzip", gzipSync(text)],
    ["X-GZIP", gzipSync(text)],
    ["deflate", deflateSync(text)],
    ["deflate", deflateRawSync(text)],
    ["br", brotliCompressSync(text)],
    ["gzip, br", brotliCompressSync(gzipSync(text))],
    ["identity, gzip", gzipSync(text)],
  ];
}
