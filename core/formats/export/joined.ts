/** Writes items one after another with `separator` between them, for a list whose end is not known. */
export async function* joined(
  items: AsyncIterable<string>,
  separator: string,
): AsyncGenerator<string, void, undefined> {
  let isFirst = true;
  for await (const item of items) {
    yield isFirst ? item : `${separator}${item}`;
    isFirst = false;
  }
}
