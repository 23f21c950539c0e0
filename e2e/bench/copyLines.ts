/** What reading and writing JSON lines costs at least: each line of one file, parsed and written again, in another. */
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const [from = "", to = ""] = process.argv.slice(2);

async function* copied(): AsyncGenerator<string> {
  const lines = createInterface({ input: createReadStream(from), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) yield `${JSON.stringify(JSON.parse(line))}\n`;
}

await pipeline(Readable.from(copied()), createWriteStream(to));
