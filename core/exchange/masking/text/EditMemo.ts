import type { MaskingPass } from "../values/MaskingPass.ts";
import type { Edit } from "./edit.ts";
import { ownText } from "./ownText.ts";

/** A longer text rarely comes twice. */
const longestKept = 2000;
/** Units of all texts that are kept, at most. */
const mostKept = 1 << 20;

/**
 * The edits of texts that were looked through lately. An exchange says most things twice, once in each API's words, and all exchanges have the same headers: to
 * look them up costs a tenth of searching them again.
 */
export class EditMemo {
  readonly #edits = new Map<string, readonly Edit[]>();
  #version = 0;
  #kept = 0;

  /** The edits of a text, made by `make` where they are not known. What was made under another version is forgotten; what the pass has to see each time is not kept. */
  of(text: string, pass: Pick<MaskingPass, "version" | "mentions">, make: () => readonly Edit[]): readonly Edit[] {
    if (text.length > longestKept) return make();
    const { version, mentions } = pass;
    if (version !== this.#version) this.#forget(version);
    const known = this.#edits.get(text);
    if (known) return known;
    const edits = make();
    if (pass.mentions !== mentions) return edits;
    if (this.#kept > mostKept) this.#forget(version);
    this.#edits.set(ownText(text), edits);
    this.#kept += text.length;
    return edits;
  }

  #forget(version: number): void {
    this.#edits.clear();
    this.#version = version;
    this.#kept = 0;
  }
}
