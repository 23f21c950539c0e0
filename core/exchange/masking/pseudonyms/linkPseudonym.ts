import type { Draw } from "./Draw.ts";
import { shapePseudonym } from "./shapePseudonym.ts";

const linkForm = /^([A-Za-z][\w+.-]*:)?\/\/[^/?#]*/;
const extension = /\.[A-Za-z0-9]{1,5}$/;

/** An address at masked.example with the scheme and the file extension of the original, and a path of its shape. What is no address keeps its shape only. */
export function linkPseudonym(value: string, draw: Draw): string {
  const [start, scheme = ""] = linkForm.exec(value) ?? [];
  if (start === undefined) return shapePseudonym(value, draw);
  const end = extension.exec(value.slice(start.length))?.[0] ?? "";
  return `${scheme}//masked.example${shapePseudonym(value.slice(start.length, value.length - end.length), draw)}${end}`;
}
