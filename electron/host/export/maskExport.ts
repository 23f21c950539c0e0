import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { createLeakScanner } from "../../../core/exchange/masking/createLeakScanner.ts";
import {
  createMasker,
  type MaskedCount,
  type Masker,
  type MaskingOptions,
} from "../../../core/exchange/masking/createMasker.ts";
import type { Leak } from "../../../core/exchange/masking/leaks/TextScan.ts";
import { fileText } from "../import/fileText.ts";
import { plainExchange } from "./plainExchange.ts";

/** A masked export still held something that was to be masked; it was deleted. The message says where and is user text. */
export class LeakFound extends Error {
  override readonly name = "LeakFound";
}

/** Masks the exchanges of one export, which are then those of `plainExchange`: what is compressed could only be masked as a whole. */
export interface ExportMasker extends Pick<Masker, "learn" | "mask" | "maskText"> {
  /** What was masked, by kind. Complete when all exchanges were masked. */
  counts(): MaskedCount[];
  /** Looks through what was written, file by file, for everything that was masked. Rejects with `LeakFound`. */
  check(output: string, signal: AbortSignal | undefined): Promise<void>;
}

export function maskExport(options: MaskingOptions): ExportMasker {
  const masker = createMasker(options);
  return {
    learn: (exchange) => masker.learn(plainExchange(exchange)),
    mask: (exchange) => masker.mask(plainExchange(exchange)),
    maskText: (text) => masker.maskText(text),
    counts: () => masker.describe().filter(({ places }) => places > 0),
    async check(output, signal) {
      const scanner = createLeakScanner(masker.originals());
      const leaks: Leak[] = [];
      for await (const file of filesBelow(output)) {
        leaks.push(...(await scanner.scan(until(signal, fileText(file)), relative(output, file) || "the file")));
      }
      if (leaks.length > 0) throw new LeakFound(leakMessage(leaks));
    },
  };
}

async function* until(signal: AbortSignal | undefined, chunks: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    yield chunk;
  }
}

async function* filesBelow(path: string): AsyncGenerator<string> {
  if ((await stat(path)).isFile()) yield path;
  else for (const name of (await readdir(path)).toSorted()) yield* filesBelow(join(path, name));
}

const shownLeaks = 10;

function leakMessage(leaks: readonly Leak[]): string {
  const places = leaks.slice(0, shownLeaks).map(({ path, place, kind }) => {
    const where = place === "name" ? "in its name" : `line ${place.line}, character ${place.offset}`;
    return `  ${path}, ${where}: ${kind}`;
  });
  const more = leaks.length > shownLeaks ? [`  and ${leaks.length - shownLeaks} more`] : [];
  return [
    "The export still held personal data and was deleted. Mask these places, too, or keep the fields that may stay as they are:",
    ...places,
    ...more,
  ].join("\n");
}
