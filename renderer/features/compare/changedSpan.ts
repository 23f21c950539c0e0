/** A text in three parts: what both sides begin with, what differs, what both end with. */
export type SplitText = readonly [start: string, changed: string, end: string];

function isLowSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff;
}

function sharedStart(left: string, right: string): number {
  let length = 0;
  while (length < left.length && length < right.length && left[length] === right[length]) length++;
  return isLowSurrogate(left, length) || isLowSurrogate(right, length) ? length - 1 : length;
}

/** Splits two texts at what differs between them, so that it can be marked. No character is cut in two. */
export function changedSpan(left: string, right: string): readonly [SplitText, SplitText] {
  const start = Math.max(0, sharedStart(left, right));
  const most = Math.min(left.length, right.length) - start;
  let end = 0;
  while (end < most && left[left.length - 1 - end] === right[right.length - 1 - end]) end++;
  if (end > 0 && isLowSurrogate(left, left.length - end)) end--;
  const split = (text: string): SplitText => [
    text.slice(0, start),
    text.slice(start, text.length - end),
    text.slice(text.length - end),
  ];
  return [split(left), split(right)];
}
