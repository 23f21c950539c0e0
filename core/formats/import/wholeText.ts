import { type SkippedItem, skipped } from "./importedRequest.ts";
import { largestItem } from "./largestItem.ts";

/** All of a text without its byte order mark, or why it is not read. For formats that cannot be read in parts. */
export async function wholeText(chunks: AsyncIterable<string>): Promise<string | SkippedItem> {
  const pieces: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    pieces.push(chunk);
    length += chunk.length;
    if (length > largestItem.characters) {
      return skipped(
        "whole file",
        `It is longer than ${largestItem.label}, more than this format is read with. Split the file.`,
      );
    }
  }
  return pieces.join("").replace(/^\uFEFF/, "");
}
