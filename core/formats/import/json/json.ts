import type { Importer } from "../importedRequest.ts";
import { jsonItems } from "../jsonItems.ts";
import { readKlaviyoDocument } from "../readKlaviyoDocument.ts";

/** One Klaviyo document, or a list of them: each becomes the request that sends it, its text byte by byte. */
export const json: Importer = {
  id: "json",
  label: "JSON: one Klaviyo document, or a list of them",
  detect: (start) => /^\s*[{[]/.test(start),
  read: (chunks) =>
    jsonItems(chunks, {
      path: [],
      noun: "document",
      noList: 'There is no JSON object or list in it. A Klaviyo document is an object with a member "data".',
      readElement: (value, place, text) => [readKlaviyoDocument(value, place, text)],
    }),
};
