import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { createGunzip } from "node:zlib";

/** The text of a file in pieces, unpacked where it is compressed. Rejects with the system's fault, or with zlib's where the packing is damaged. */
export async function* fileText(path: string): AsyncGenerator<string> {
  const isPacked = await isCompressed(path);
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  // A fault of either stream reaches who reads the last one.
  const source = isPacked ? pipeline(file, createGunzip(), () => undefined) : file;
  const decoder = new StringDecoder("utf8");
  for await (const chunk of source) yield decoder.write(chunk);
  yield decoder.end();
}

async function isCompressed(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(2), length: 2, position: 0 });
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}
