/** Collects one element of a text that comes in pieces, up to `most` characters (UTF-16 units). */
export class ElementText {
  readonly #most: number;
  /** Where the open element starts in the whole text; undefined between elements. */
  #offset: number | undefined;
  #text = "";
  #length = 0;
  /** Where the element goes on in the piece that is read. */
  #from = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get offset(): number | undefined {
    return this.#offset;
  }

  /** Starts at `index` of the piece that is read, which is `offset` of the whole text. */
  start(index: number, offset: number): void {
    this.#offset = offset;
    this.#text = "";
    this.#length = 0;
    this.#from = index;
  }

  /** Takes the piece's share of the element, which ends before `index`; the next share starts the next piece. */
  take(piece: string, index: number): void {
    if (this.#offset === undefined) return;
    this.#length += index - this.#from;
    this.#text = this.#length > this.#most ? "" : this.#text + piece.slice(this.#from, index);
    this.#from = 0;
  }

  /** Ends the element before `index`: its text, "" if none is open, or undefined if it was too long. */
  end(piece: string, index: number): string | undefined {
    if (this.#offset === undefined) return "";
    this.take(piece, index);
    this.#offset = undefined;
    return this.#length > this.#most ? undefined : this.#text;
  }
}
