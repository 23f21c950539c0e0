import type { MaskedKind } from "../maskedKinds.ts";
import type { OnFound } from "../text/WordFinder.ts";
import type { ValueBook } from "./ValueBook.ts";

/**
 * What is done with the personal values of an exchange. Learning and masking walk the same ways, so that what one masks the other has learned: a learning pass
 * notes values and changes nothing.
 */
export interface MaskingPass {
  /** A value that stands where personal data does. Answers with what takes its place, or undefined to leave it. */
  replace(kind: MaskedKind, value: string): string | undefined;
  /** Calls back for each value in a text that is known to be personal from another place. */
  find(text: string, onFound: OnFound<MaskedKind>): void;
  /** A value that stands where data is kept by a pattern. */
  keep(value: string): void;
}

export function learningPass(book: ValueBook): MaskingPass {
  return {
    replace: (kind, value) => {
      book.learn(kind, value);
      return undefined;
    },
    find: () => undefined,
    keep: (value) => book.keep(value),
  };
}

export function maskingPass(book: ValueBook): MaskingPass {
  return {
    replace: (kind, value) => book.pseudonym(kind, value),
    find: (text, onFound) => book.find(text, onFound),
    keep: () => undefined,
  };
}
