import { escapeToken, type Pointer } from "../json/pointer.ts";

/** Where in a document a walk is. A pointer is written only where something is said, and the one to an item of a list once for all that is said there. */
export class DocumentPath {
  /** The list of items of a bulk request; undefined for any other. */
  readonly #items: Pointer | undefined;
  #item: number | undefined;
  /** The innermost list around, the index in it, and the pointer to that item or, outside of all lists, to the document; undefined until it is asked for. */
  #list: Pointer = "";
  #index = 0;
  #outset: Pointer | undefined = "";
  #place: Pointer = "";
  #member: string | undefined;

  constructor(items: Pointer | undefined) {
    this.#items = items;
  }

  /** The item of a bulk request that the walk is in; undefined outside of all. */
  get item(): number | undefined {
    return this.#item;
  }

  /** Goes to a place in the document or in the item of a list, or to a member there. */
  stand(place: Pointer, member?: string): void {
    this.#place = place;
    this.#member = member;
  }

  /** Does something inside each item of the list at the present place. */
  eachItem<T>(items: readonly T[], visit: (item: T) => void): void {
    const [item, list, index, outset] = [this.#item, this.#list, this.#index, this.#outset];
    const here = this.pointer;
    this.#list = here;
    let next = 0;
    for (const value of items) {
      this.#index = next++;
      this.#outset = undefined;
      if (here === this.#items) this.#item = this.#index;
      visit(value);
    }
    [this.#item, this.#list, this.#index, this.#outset] = [item, list, index, outset];
  }

  get pointer(): Pointer {
    this.#outset ??= `${this.#list}/${this.#index}`;
    const place = this.#outset + this.#place;
    return this.#member === undefined ? place : `${place}/${escapeToken(this.#member)}`;
  }
}
