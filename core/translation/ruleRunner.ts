import { isJsonArray, type Json } from "../json/json.ts";
import { escapeToken } from "../json/pointer.ts";
import { type Assembled, Assembly, callsSlot } from "./assembly.ts";
import { Fate, type Note, note } from "./fate.ts";
import type { FindingCode } from "./findingCatalogue.ts";
import type { Ledger } from "./ledger.ts";
import type { PlacedScope } from "./placedScope.ts";
import { fieldNames, type PlacedRule, type RulePlace } from "./rulePlaces.ts";
import { structureRule } from "./rules/structureRule.ts";
import { hasMember, setMember } from "./target.ts";
import type { Site } from "./transforms.ts";
import type { MetricTable } from "./translation.ts";

/** Does to one value what its rule says: fills the native field, and tells the ledger. */
export class RuleRunner {
  readonly #assembly: Assembly;
  #anchor = callsSlot;
  readonly #ledger: Ledger;
  /** One for all values: a transform keeps nothing of it. */
  readonly #site: { -readonly [K in keyof Site]: Site[K] };

  constructor(ledger: Ledger, metrics: MetricTable) {
    this.#assembly = new Assembly(ledger);
    this.#ledger = ledger;
    this.#site = { name: "", finding: "unknown-member", metrics };
  }

  get assembled(): Assembled {
    return this.#assembly;
  }

  /** Slot of the target that values without content belong to at present. */
  get anchor(): number {
    return this.#anchor;
  }

  begin(scope: PlacedScope): void {
    this.#anchor = scope.anchor;
    this.#assembly.begin(scope);
  }

  end(scope: PlacedScope, outerAnchor: number): void {
    this.#assembly.end(scope);
    this.#anchor = outerAnchor;
  }

  apply(placed: PlacedRule, value: Json, name: string): void {
    const site = this.#site;
    site.name = name;
    site.finding = placed.finding;
    const result = placed.transform(value, site);
    if (!(result instanceof Fate)) this.#carry(placed, name, value, result);
    else if (result.kind === "carried") this.#carry(placed, name, value, result.value, result);
    else if (result.kind === "lost") this.#ledger.lose(value, result.notes);
    else this.#structure(placed.rule.id, result.notes);
  }

  unknown(value: Json): void {
    this.#ledger.lose(value, [note("unknown-member")]);
  }

  /** A member that the document does not have; one that holds others the native call gets empty. */
  missing(place: RulePlace, code: FindingCode): void {
    this.#ledger.remark(note(code));
    if (place.others) this.#assembly.target(place.others.target).container(place.others.container);
  }

  /** A value where the rules expect an object or a list. */
  misfit(place: RulePlace, value: Json): void {
    if (isJsonArray(value) && value.length === 0) this.empty(place.others, note("empty-array-for-object"));
    else if (value === null) this.#structure(structureRule.id, [note("null-value")]);
    else this.#ledger.lose(value, [note("unexpected-type")]);
  }

  /** An object or list without members; it stays one where its members have a native container of their own. */
  empty(others: PlacedRule | undefined, ...notes: readonly Note[]): void {
    if (others?.container === undefined) {
      this.#structure(structureRule.id, notes);
      return;
    }
    const target = this.#assembly.target(others.target);
    target.container(others.container);
    this.#ledger.structure(others.rule.id, target, `/${escapeToken(others.container)}`, notes);
  }

  #structure(rule: string, notes: readonly Note[]): void {
    this.#ledger.structure(rule, this.#assembly.target(this.#anchor), "", notes);
  }

  #carry(placed: PlacedRule, name: string, value: Json, native: Json, fate?: Fate): void {
    const target = this.#assembly.target(placed.target);
    const fields = target.container(placed.container);
    const field = placed.field ?? name;
    if (hasMember(fields, field)) {
      this.#ledger.lose(value, [note("conflict", fieldNames(placed, field))]);
    } else {
      setMember(fields, field, native);
      this.#ledger.carry(placed, field, value, target, fate);
    }
  }
}
