import type { Json } from "../json/json.ts";
import { type Pointer, toPointer } from "../json/pointer.ts";
import { DocumentPath } from "./documentPath.ts";
import type { Fate, Note } from "./fate.ts";
import type { Finding } from "./finding.ts";
import { findingCatalogue, wordFinding } from "./findingCatalogue.ts";
import { countLeaves, eachLeaf } from "./leaves.ts";
import { fieldNames, type PlacedRule } from "./rulePlaces.ts";
import type { Target } from "./target.ts";
import type { ProvenanceEntry } from "./translation.ts";

/** One remark that speaks for all fields of a bulk request that it fits. */
interface Gathered {
  readonly note: Note;
  readonly pointer: Pointer;
  places: number;
}

interface Entry {
  readonly from: Pointer;
  readonly target: Target;
  readonly below: Pointer;
  readonly rule: string;
  readonly isStructure?: true;
}

export interface LedgerOptions {
  /**
   * The list of items of a bulk request; undefined for any other. In a bulk request, assumptions and advice that read the same are given once, at the
   * first place, with their number.
   */
  readonly itemsPointer: Pointer | undefined;
  /** Where to keep what became of each leaf: everywhere, or inside one item and outside of all. */
  readonly record: "nothing" | "everything" | { readonly item: number };
}

/** Accounts for each leaf of a document: what was carried, what was lost, what is to be said of it. */
export class Ledger {
  /** Where in the document the translation is. */
  readonly path: DocumentPath;
  leaves = 0;
  leavesMapped = 0;
  readonly #options: LedgerOptions;
  readonly #findings: Finding[] = [];
  readonly #gathered: Gathered[] = [];
  /** The gathered ones again: assumptions by the number of their rule, advice by what it says. */
  readonly #assumptions: Gathered[] = [];
  readonly #advice = new Map<string, Gathered>();
  readonly #entries: Entry[] = [];

  constructor(options: LedgerOptions) {
    this.#options = options;
    this.path = new DocumentPath(options.itemsPointer);
  }

  get #isBulk(): boolean {
    return this.#options.itemsPointer !== undefined;
  }

  get #isRecording(): boolean {
    const { record } = this.#options;
    if (record === "nothing") return false;
    if (record === "everything") return true;
    return (this.path.item ?? record.item) === record.item;
  }

  /** A value that arrived in a field of a target, and what is to be said of it. */
  carry(placed: PlacedRule, field: string, value: Json, target: Target, fate: Fate | undefined): void {
    const count = typeof value === "object" ? countLeaves(value) : 1;
    this.leaves += count;
    this.leavesMapped += count;
    if (fate) for (const note of fate.notes) this.remark(note);
    if (placed.isAssumed && !fate?.isSettled) this.#assume(placed, field, value, count);
    if (this.#isRecording) this.#record(placed, field, value, target);
  }

  /** A value that went nowhere: each leaf of it has its finding. */
  lose(value: Json, notes: readonly Note[]): void {
    if (typeof value === "object") eachLeaf(value, (inside) => this.#loseLeaf(notes, inside));
    else this.#loseLeaf(notes, "");
  }

  #loseLeaf(notes: readonly Note[], inside: Pointer): void {
    this.leaves += 1;
    for (const note of notes) this.remark(note, inside);
  }

  /** A leaf that carries nothing. It belongs to the object at `below` its target and counts neither as mapped nor as lost. */
  structure(rule: string, target: Target, below: Pointer, notes: readonly Note[] = []): void {
    for (const note of notes) this.remark(note);
    if (this.#isRecording) this.#entries.push({ from: this.path.pointer, target, below, rule, isStructure: true });
  }

  /** A remark at the present place, or at one `inside` the value there. */
  remark(note: Note, inside: Pointer = ""): void {
    const { code, facts } = note;
    if (!this.#isBulk || findingCatalogue[code].kind !== "advice") {
      this.#findings.push(wordFinding(code, this.path.pointer + inside, facts));
      return;
    }
    const key = `${code} ${Object.values(facts ?? {})}`;
    const known = this.#advice.get(key);
    if (known) known.places += 1;
    else this.#advice.set(key, this.#gather(note, 1, inside));
  }

  #assume(placed: PlacedRule, field: string, value: Json, count: number): void {
    if (!this.#isBulk) {
      const note = { code: "assumed", facts: fieldNames(placed, field) } as const;
      eachLeaf(value, (inside) => this.remark(note, inside));
      return;
    }
    const known = this.#assumptions[placed.number];
    if (known) known.places += count;
    else this.#assumptions[placed.number] = this.#gather({ code: "assumed", facts: fieldNames(placed, field) }, count);
  }

  #gather(note: Note, places: number, inside: Pointer = ""): Gathered {
    const gathered = { note, pointer: this.path.pointer + inside, places };
    this.#gathered.push(gathered);
    return gathered;
  }

  #record({ rule, container }: PlacedRule, field: string, value: Json, target: Target): void {
    const below = toPointer(container === undefined ? [field] : [container, field]);
    eachLeaf(value, (inside) => {
      this.#entries.push({ from: this.path.pointer + inside, target, below: below + inside, rule: rule.id });
    });
  }

  findings(): Finding[] {
    const gathered = this.#gathered.map(({ note, pointer, places }) =>
      wordFinding(note.code, pointer, note.facts, places),
    );
    return [...this.#findings, ...gathered];
  }

  /** Where each leaf went; complete when all targets are placed. */
  provenance(): ProvenanceEntry[] {
    const places = new Map<Target, readonly Pointer[]>();
    return this.#entries.flatMap(({ from, target, below, rule, isStructure }) => {
      const pointers = places.get(target) ?? target.pointers();
      places.set(target, pointers);
      return pointers.map((pointer) => ({ from, to: pointer + below, rule, ...(isStructure && { isStructure }) }));
    });
  }
}
