import type { Importer } from "../importedRequest.ts";
import { jsonItems } from "../jsonItems.ts";
import { readHarEntry } from "./readHarEntry.ts";

/**
 * HAR 1.2, as browsers, proxies and test tools write it: every entry that is an HTTP request, whatever its host. Entries are read one at a time, so that a
 * file of any size takes no more memory than its largest entry.
 */
export const har: Importer = {
  id: "har",
  label: "HAR 1.2",
  detect: (start, fileName) =>
    /^\s*\{\s*"log"\s*:\s*\{/.test(start) || (/\.har$/i.test(fileName) && /^\s*\{/.test(start)),
  read: (chunks) =>
    jsonItems(chunks, {
      path: ["log", "entries"],
      noun: "entry",
      noList: 'There is no list of entries ("log.entries") in it, as a HAR has. Export it again as HAR 1.2.',
      readElement: (value, place) => [readHarEntry(value, place)],
    }),
};
