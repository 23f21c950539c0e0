/** Answers with the line (from 1) of an offset into `text`. Ask in ascending order: each call goes on from the last. */
export function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let counted = 0;
  return (offset) => {
    for (;;) {
      const next = text.indexOf("\n", counted);
      if (next < 0 || next >= offset) return line;
      line++;
      counted = next + 1;
    }
  };
}
