import { ElementText } from "./ElementText.ts";
import { largestItem } from "./largestItem.ts";

/** A line without its end; `text` is undefined for one that is too long to hold. `number` counts from 1. */
export interface TextLine {
  readonly number: number;
  readonly text: string | undefined;
}

/** The lines of a text that comes in pieces; LF and CRLF end one. One of more than `longest` characters (UTF-16 units) is not held. */
export async function* textLines(
  chunks: AsyncIterable<string>,
  longest = largestItem.characters,
): AsyncGenerator<TextLine> {
  const line = new ElementText(longest);
  let number = 1;
  line.start(0, 0);
  for await (const chunk of chunks) {
    let end = chunk.indexOf("\n");
    while (end >= 0) {
      yield { number, text: line.end(chunk, end)?.replace(/\r$/, "") };
      number++;
      line.start(end + 1, 0);
      end = chunk.indexOf("\n", end + 1);
    }
    line.take(chunk, chunk.length);
  }
  yield { number, text: line.end("", 0) };
}
