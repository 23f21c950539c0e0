import { randomBytes } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Exchange } from "../../../core/exchange/exchange.ts";
import { createLeakScanner } from "../../../core/exchange/masking/createLeakScanner.ts";
import { createMasker, type MaskedCount, type MaskingOptions } from "../../../core/exchange/masking/createMasker.ts";
import type { Leak } from "../../../core/exchange/masking/leaks/TextScan.ts";
import { fileText } from "../import/fileText.ts";

/** A masked export still held something that was to be masked; it was deleted. The message says where and is user text. */
export class LeakFound extends Error {
  override readonly name = "LeakFound";
}

export interface MaskedSession {
  exchanges(): Generator<Exchange>;
  /** What was masked, by kind. Complete when all exchanges were given out. */
  counts(): MaskedCount[];
  /** Looks through what was written, file by file, for everything that was masked. Rejects with `LeakFound`. */
  check(output: string): Promise<void>;
}

/** Masks a session for one export: pseudonyms are drawn with a secret that is kept nowhere, so that they cannot be traced back or joined with another export. */
export function maskSession(
  exchanges: () => Iterable<Exchange>,
  { keep, add }: Pick<MaskingOptions, "keep" | "add">,
): MaskedSession {
  const masker = createMasker({ secret: randomBytes(32).toString("hex"), keep, add });
  for (const exchange of exchanges()) masker.learn(exchange);
  return {
    *exchanges() {
      for (const exchange of exchanges()) yield masker.mask(exchange);
    },
    counts: () => masker.describe().filter(({ places }) => places > 0),
    async check(output) {
      const scanner = createLeakScanner(masker.originals());
      const leaks: Leak[] = [];
      for await (const file of filesBelow(output)) {
        leaks.push(...(await scanner.scan(fileText(file), relative(output, file) || "the file")));
      }
      if (leaks.length > 0) throw new LeakFound(leakMessage(leaks));
    },
  };
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
    "The export still held personal data and was deleted. Name the places with --also-mask, or the fields that may stay with --keep:",
    ...places,
    ...more,
  ].join("\n");
}
