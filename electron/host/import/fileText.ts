import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { createGunzip } from "node:zlib";

/** The text of a file in pieces, unpacked where it is compressed. Rejects with the system's fault, or with zlib's where the packing is damaged. */
export function fileText(path: string): AsyncGenerator<string> {
  return textOf(createReadStream(path));
}

/** The text of bytes as they come, unpacked where they are compressed. Rejects with the fault of the source, or with zlib's where the packing is damaged. */
export async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const { isPacked, all } = await lookAhead(bytes);
  const decoder = new StringDecoder("utf8");
  // A fault of either stream reaches who reads the last one.
  const source = isPacked ? pipeline(Readable.from(all), createGunzip(), () => undefined) : all;
  for await (const chunk of source) yield decoder.write(chunk);
  yield decoder.end();
}

/** Whether bytes begin as gzip does, and all of them as if they had not been read. */
async function lookAhead(bytes: AsyncIterable<Uint8Array>) {
  const source = bytes[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  while (start.length < 2) {
    const next = await source.next();
    if (next.done) break;
    start = Buffer.concat([start, next.value]);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield start;
      for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
    } finally {
      await source.return?.();
    }
  }
  return { isPacked: start[0] === 0x1f && start[1] === 0x8b, all: all() };
}
