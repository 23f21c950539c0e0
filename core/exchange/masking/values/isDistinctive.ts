import type { MaskedKind } from "../maskedKinds.ts";
import { unitClass, wordCore } from "../text/wordBreaks.ts";
import { isVocabulary } from "./vocabulary.ts";

/** The fewest characters that a value is looked for with beyond its own field. */
const shortest = {
  nameLetters: 3,
  letters: 4,
  digits: 7,
  smallLetters: 6,
  id: 6,
  secret: 8,
  secretWord: 16,
  unspacedLetters: 2,
} as const;

/** Kinds that are looked for in their own fields only: "2001-05-04" and "40.7" are everywhere and name nobody. */
const fieldKinds: ReadonlySet<MaskedKind> = new Set(["birth", "coordinate"]);

/** "required" and "Anonymous" stand in the place of many a secret. */
function saysSecret(core: string): boolean {
  return core.length >= (/\d/.test(core) ? shortest.secret : shortest.secretWord);
}

function countUnspaced(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) if (unitClass(text.charCodeAt(index)) === 2) count++;
  return count;
}

/**
 * Whether a value says enough to be looked for in any text and in what an export wrote. One that does not ("Al", "42", "Monday", "rose" in small letters) is
 * masked in its fields all the same; as a word in other text it stays, for it would be found in half of all texts and no export would ever pass.
 */
export function isDistinctive(kind: MaskedKind, value: string): boolean {
  const core = wordCore(value);
  if (fieldKinds.has(kind) || isVocabulary(core)) return false;
  if (kind === "email" || kind === "ip") return core.length >= shortest.letters;
  if (kind === "key") return saysSecret(core);
  if (!/\p{L}/u.test(core)) return core.replace(/\D/g, "").length >= shortest.digits;
  if (countUnspaced(core) >= shortest.unspacedLetters) return true;
  if (kind === "id") return core.length >= shortest.id;
  if (kind === "name" && /^\p{Lu}\p{Ll}+$/u.test(core)) return core.length >= shortest.nameLetters;
  return core.length >= (/^[a-z]+$/.test(core) ? shortest.smallLetters : shortest.letters);
}
