import { isJsonArray, type Json } from "../json/json.ts";
import { escapeToken } from "../json/pointer.ts";
import { type Assembled, Assembly, callsSlot } from "./assembly.ts";
import { Fate, type Note, note } from "./fate.ts";
import type { FindingCode } from "./findingCatalogue.ts";
import type { Ledger } from "./ledger.ts";
import type { PlacedScope } from "./placedScope.ts";
import { fieldNames, type PlacedRule } from "./rulePlaces.ts";
import { structureRule } from "./rules/structureRule.ts";
import { hasMember, setMember } from "./target.ts";
import type { Site } from "./transforms.ts";
import type { MetricTable } from "./translation.ts";

/** Does to one value what its rule says: fills the native field, and tells the ledger. */
export class RuleRunner {
  readonly #assembly: Assembly;
  /** Slots of the targets that values without content belong to, of the scopes around; the innermost last. */
  readonly #anchors = [callsSlot];
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

  begin(scope: PlacedScope): void {
    this.#anchors.push(scope.anchor);
    this.#assembly.begin(scope);
  }

  end(scope: PlacedScope): void {
    this.#assembly.end(scope);
    this.#anchors.pop();
  }

  /** `member` is the name of a value that the rule takes with others. */
  apply(rule: PlacedRule, value: Json, member: string): void {
    const site = this.#site;
    site.name = member;
    site.finding = rule.finding;
    const result = rule.transform(value, site);
    if (!(result instanceof Fate)) this.#carry(rule, member, value, result, undefined);
    else if (result.kind === "carried") this.#carry(rule, member, value, result.value, result);
    else if (result.kind === "lost") this.#ledger.lose(value, result.notes);
    else this.#structure(rule.rule.id, result.notes);
  }

  unknown(value: Json): void {
    this.#ledger.lose(value, [note("unknown-member")]);
  }

  /** A member that the document does not have; one that holds others the native call gets empty. */
  missing(others: PlacedRule | undefined, code: FindingCode): void {
    this.#ledger.remark(note(code));
    if (others) this.#assembly.target(others.target).container(others.container);
  }

  /** A value where the rules expect an object or a list. */
  misfit(others: PlacedRule | undefined, value: Json): void {
    if (isJsonArray(value) && value.length === 0) this.empty(others, note("empty-array-for-object"));
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
    this.#ledger.structure(rule, this.#assembly.target(this.#anchors.at(-1) ?? callsSlot), "", notes);
  }

  #carry(rule: PlacedRule, member: string, value: Json, native: Json, fate: Fate | undefined): void {
    const target = this.#assembly.target(rule.target);
    const fields = target.container(rule.container);
    const field = rule.field ?? member;
    if (hasMember(fields, field)) {
      this.#ledger.lose(value, [note("conflict", fieldNames(rule, field))]);
    } else {
      setMember(fields, field, native);
      this.#ledger.carry(rule, field, value, target, fate);
    }
  }
}
