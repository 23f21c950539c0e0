import type { MaskedKind } from "../maskedKinds.ts";
import type { ValueBook } from "./ValueBook.ts";

/**
 * What is done with the personal values of an exchange. Learning and masking walk the same ways, so that what one masks the other has learned: a learning pass
 * notes values and changes nothing.
 */
export interface MaskingPass {
  /** Changes when the same text may be answered otherwise than before. */
  readonly version: number;
  /** Grows with each value of which it matters that it stands in this exchange, too. */
  readonly mentions: number;
  /** A value that stands where personal data does. Answers with what takes its place, or undefined to leave it. */
  replace(kind: MaskedKind, value: string): string | undefined;
  /** Calls back for each value in a text that is known to be personal from another place, with what takes its place. */
  find(text: string, onFound: (start: number, end: number, kind: MaskedKind, replacement: string) => void): void;
  /** A value that stands where data is kept by a pattern. */
  keep(value: string): void;
}

export function learningPass(book: ValueBook): MaskingPass {
  return {
    // What was learned once is known.
    version: 0,
    get mentions() {
      return book.phoneMentions;
    },
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
    get version() {
      return book.size;
    },
    mentions: 0,
    replace: (kind, value) => {
      book.learn(kind, value);
      return book.pseudonym(kind, value);
    },
    find: (text, onFound) =>
      book.find(text, (start, end, kind) => {
        const replacement = book.pseudonym(kind, text.slice(start, end));
        if (replacement !== undefined) onFound(start, end, kind, replacement);
      }),
    keep: (value) => book.keep(value),
  };
}
