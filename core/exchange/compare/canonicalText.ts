import { isJsonArray, isJsonNumber, isJsonObject, type Json, numberText } from "../../json/json.ts";

/** What lies deeper or comes later is left out: the text is for finding partners, and partners are compared in full. */
const deepest = 32;
const longest = 4096;

interface Writing {
  text: string;
}

function writeMembers(writing: Writing, parts: readonly string[], write: (index: number) => void): void {
  for (const [index, part] of parts.entries()) {
    if (writing.text.length > longest) return;
    writing.text += part;
    write(index);
  }
}

function write(writing: Writing, value: Json, depth: number): void {
  if (isJsonNumber(value)) writing.text += numberText(value);
  else if (typeof value === "string") writing.text += JSON.stringify(value.slice(0, longest));
  else if (typeof value !== "object" || value === null) writing.text += String(value);
  else if (depth === deepest) writing.text += "…";
  else if (isJsonArray(value)) {
    writing.text += "[";
    for (const item of value) {
      if (writing.text.length > longest) return;
      write(writing, item, depth + 1);
      writing.text += ",";
    }
    writing.text += "]";
  } else if (isJsonObject(value)) {
    const names = Object.keys(value).sort();
    writing.text += "{";
    const labels = names.map((name) => `${JSON.stringify(name)}:`);
    writeMembers(writing, labels, (index) => write(writing, value[names[index] ?? ""] ?? null, depth + 1));
    writing.text += "}";
  }
}

/**
 * A text that is the same for equal values, whatever the order of their members. Values that differ only far inside share it: it is cut after some
 * thousand characters and some dozen levels, so that making it costs little for any value.
 */
export function canonicalText(value: Json): string {
  const writing: Writing = { text: "" };
  write(writing, value, 0);
  return writing.text;
}
