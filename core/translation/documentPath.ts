import { type Pointer, toPointer } from "../json/pointer.ts";

/** Where in a document a walk is. The pointer to the item of a list that it is inside of is written once for all that is said there. */
export class DocumentPath {
  readonly tokens: (string | number)[] = [];
  /** How many tokens lead to the innermost list of items, its item not counted; and the pointers to both, once they are asked for. */
  #listDepth = -1;
  #listPointer: Pointer | undefined;
  #itemPointer: Pointer | undefined;

  /** Does something inside each item of a list. */
  eachItem<T>(items: readonly T[], visit: (item: T) => void): void {
    const outerDepth = this.#listDepth;
    this.#listDepth = this.tokens.length;
    this.#listPointer = undefined;
    let index = 0;
    for (const item of items) {
      this.#itemPointer = undefined;
      this.tokens.push(index++);
      visit(item);
      this.tokens.pop();
    }
    this.#listDepth = outerDepth;
    this.#listPointer = undefined;
    this.#itemPointer = undefined;
  }

  get pointer(): Pointer {
    if (this.#listDepth < 0) return toPointer(this.tokens);
    this.#itemPointer ??= this.#pointerToItem();
    return this.#itemPointer + toPointer(this.tokens, this.#listDepth + 1);
  }

  #pointerToItem(): Pointer {
    this.#listPointer ??= toPointer(this.tokens.slice(0, this.#listDepth));
    return `${this.#listPointer}/${this.tokens[this.#listDepth]}`;
  }
}
