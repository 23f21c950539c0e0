import { curl } from "./curl/curl.ts";
import { har } from "./har/har.ts";
import type { Importer } from "./importedRequest.ts";
import { json } from "./json/json.ts";
import { ndjson } from "./ndjson/ndjson.ts";
import { postman } from "./postman/postman.ts";

/** The formats that are read, in the order in which a file is asked for them: the one that takes almost any JSON is last. */
export const importFormats: readonly Importer[] = [har, postman, curl, ndjson, json];
