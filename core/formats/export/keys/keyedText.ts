import { splitAtFingerprints } from "../../../exchange/fingerprint.ts";

/** Text of which parts are keys: a part `{ env }` stands for the key in that variable. A plain string where there is none. */
export type KeyedText = string | readonly (string | KeyPart)[];

interface KeyPart {
  /** Name of the variable that holds the key. */
  readonly env: string;
}

/** Names the variable of each key. */
export interface KeyNames {
  /** The same fingerprint has the same name. */
  readonly nameOf: (fingerprint: string) => string;
  /** Names given so far. */
  readonly names: () => readonly string[];
}

/** Variables in the order in which keys appear: `first`, then `first` with a number from 2. `separator` stands before the number. */
export function createKeyNames(first: string, separator = "_"): KeyNames {
  const given = new Map<string, string>();
  return {
    nameOf(key) {
      const known = given.get(key);
      if (known !== undefined) return known;
      const name = given.size === 0 ? first : `${first}${separator}${given.size + 1}`;
      given.set(key, name);
      return name;
    },
    names: () => [...given.values()],
  };
}

/** Puts the name of a variable in the place of each fingerprint. */
export function keyedText(text: string, keys: KeyNames): KeyedText {
  const pieces = splitAtFingerprints(text);
  if (pieces.length === 1) return text;
  return pieces
    .map((piece, index) => (index % 2 === 1 ? { env: keys.nameOf(piece) } : piece))
    .filter((part) => part !== "");
}

/** The text with each key as `written`, which takes the name of its variable, and everything else as `literal`. */
export function writeKeyed(
  text: KeyedText,
  written: (env: string) => string,
  literal: (text: string) => string = (part) => part,
): string {
  if (typeof text === "string") return literal(text);
  return text.map((part) => (typeof part === "string" ? literal(part) : written(part.env))).join("");
}
