import { isJsonArray, isJsonObject, type Json, type JsonArray, type JsonObject } from "../json/json.ts";
import type { Assembled } from "./assembly.ts";
import type { Ledger } from "./ledger.ts";
import type { RulePlace } from "./rulePlaces.ts";
import { RuleRunner } from "./ruleRunner.ts";
import type { MetricTable } from "./translation.ts";

/** Applies the rules of an endpoint to a document. Knows no field: what it does is in the tables. */
export function interpret(place: RulePlace, document: Json, ledger: Ledger, metrics: MetricTable): Assembled {
  const runner = new RuleRunner(ledger, metrics);
  new Interpreter(runner, ledger).walk(place, document, "");
  return runner.assembled;
}

/** Walks a document along the places that rules know, in the order of the rules. */
class Interpreter {
  readonly #runner: RuleRunner;
  readonly #ledger: Ledger;

  constructor(runner: RuleRunner, ledger: Ledger) {
    this.#runner = runner;
    this.#ledger = ledger;
  }

  walk(place: RulePlace, value: Json, name: string): void {
    const outer = this.#runner.anchor;
    if (place.scope) this.#runner.begin(place.scope);
    if (place.rule) this.#runner.apply(place.rule, value, name);
    else if (place.items && isJsonArray(value)) this.#walkItems(place.items, value);
    else if (isJsonObject(value)) this.#walkMembers(place, value);
    else this.#runner.misfit(place, value);
    if (place.scope) this.#runner.end(place.scope, outer);
  }

  #walkItems(place: RulePlace, items: JsonArray): void {
    if (items.length === 0) this.#runner.empty(undefined);
    items.forEach((item, index) => {
      this.#ledger.path.push(index);
      this.walk(place, item, "");
      this.#ledger.path.pop();
    });
  }

  #walkMembers(place: RulePlace, value: JsonObject): void {
    const names = Object.keys(value);
    if (names.length === 0) this.#runner.empty(place.others);
    let known = 0;
    for (const { name, place: inner } of place.members) {
      const member = value[name];
      if (member === undefined) {
        if (inner.whenMissing) this.#runner.missing(inner, inner.whenMissing);
        continue;
      }
      known += 1;
      this.#ledger.path.push(name);
      this.walk(inner, member, name);
      this.#ledger.path.pop();
    }
    if (known < names.length) this.#walkOthers(place, value, names);
  }

  #walkOthers(place: RulePlace, value: JsonObject, names: readonly string[]): void {
    for (const name of names) {
      const member = value[name];
      if (member === undefined || place.names.has(name)) continue;
      this.#ledger.path.push(name);
      if (place.others) this.#runner.apply(place.others, member, name);
      else this.#runner.unknown(member);
      this.#ledger.path.pop();
    }
  }
}
