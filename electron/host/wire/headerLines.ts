/** Header lines in their order and case, out of the flat list in which Node gives them (`rawHeaders`). */
export function headerLines(raw: readonly string[]): [string, string][] {
  const lines: [string, string][] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) lines.push([raw[index] ?? "", raw[index + 1] ?? ""]);
  return lines;
}
