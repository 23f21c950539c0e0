import { type Cut, JsonCutter } from "./JsonCutter.ts";
import { largestItem } from "./largestItem.ts";

/** The elements of the list at the end of a path of member names, with the faults of the text around them; no more than one element is in memory. */
export async function* cutJson(chunks: AsyncIterable<string>, path: readonly string[]): AsyncGenerator<Cut> {
  const cutter = new JsonCutter(path, largestItem.characters);
  for await (const chunk of chunks) yield* cutter.push(chunk);
  yield* cutter.end();
}
