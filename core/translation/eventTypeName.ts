/**
 * The event type of a metric: its name in snake_case (rule assumed; Postscript's quick start writes `placed_order`).
 *
 * Letters and digits of every script stay; whatever is between them becomes one "_", and so does the step from a small to a capital letter.
 * A name without letters and digits is spelled by its code points, so that the result is never empty and two such names stay apart.
 */
export function eventTypeName(metric: string): string {
  const words = metric
    .normalize("NFC")
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1_$2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1_$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "_")
    .replace(/^_+|_+$/g, "");
  if (words !== "") return words;
  return ["event", ...Array.from(metric, (character) => (character.codePointAt(0) ?? 0).toString(16))].join("_");
}
