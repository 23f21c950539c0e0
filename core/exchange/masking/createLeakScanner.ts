import { LeakSearch } from "./leaks/LeakSearch.ts";
import { type Leak, TextScan } from "./leaks/TextScan.ts";
import type { MaskedKind } from "./maskedKinds.ts";
import type { Original } from "./values/ValueBook.ts";

/** Looks through what an export wrote, file by file. */
export interface LeakScanner {
  /** Looks through one file as its text comes; `path` is its name, which is looked through too. Answers with what was found, in the order of the text. */
  scan(chunks: Iterable<string> | AsyncIterable<string>, path: string): Promise<Leak[]>;
}

/**
 * Makes the gate of a masked export: it finds every original that is left, as it stands, percent-encoded, with JSON escapes (`\u0040`), in base64 at any
 * alignment, and within each other; an email in any case. Originals are found as whole words. What `isDistinctive` refuses is not looked for. The time depends on
 * the text, hardly on the number of originals; memory is that of the originals and of one piece of the text.
 */
export function createLeakScanner(originals: Iterable<Original>): LeakScanner {
  const search = new LeakSearch();
  for (const { kind, value } of originals) search.add(kind, value);
  return {
    scan: async (chunks, path) => {
      const leaks = scanName(search, path);
      const scan = new TextScan(search, withoutLeaks(search, path));
      for await (const chunk of chunks) {
        scan.add(chunk);
        if (scan.isFull) break;
      }
      return [...leaks, ...scan.end()];
    },
  };
}

function scanName(search: LeakSearch, path: string): Leak[] {
  const found: MaskedKind[] = [];
  search.find(path, (_start, _end, kind) => found.push(kind));
  return found.map((kind) => ({ path: withoutLeaks(search, path), place: "name", kind }));
}

/** A path that can be shown: a report of a leak must not be one. */
function withoutLeaks(search: LeakSearch, path: string): string {
  let hasLeak = false;
  search.find(path, () => {
    hasLeak = true;
  });
  return hasLeak ? path.replace(/[^/\\]/g, "*") : path;
}
