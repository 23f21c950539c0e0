import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import type { Assembled } from "./assembly.ts";
import type { Ledger } from "./ledger.ts";
import type { RulePlace } from "./rulePlaces.ts";
import { RuleRunner } from "./ruleRunner.ts";
import type { MetricTable } from "./translation.ts";

/** Applies the rules of an endpoint to a document. Knows no field: what it does is in the tables. */
export function interpret(place: RulePlace, document: Json, ledger: Ledger, metrics: MetricTable): Assembled {
  const runner = new RuleRunner(ledger, metrics);
  new Interpreter(runner, ledger).walk(place, document);
  return runner.assembled;
}

/** Walks a document along the places that rules know, in the order of the rules. */
class Interpreter {
  readonly #runner: RuleRunner;
  readonly #path: Ledger["path"];

  constructor(runner: RuleRunner, { path }: Ledger) {
    this.#runner = runner;
    this.#path = path;
  }

  walk(place: RulePlace, value: Json): void {
    const { scope, rule } = place;
    if (scope) {
      this.#runner.begin(scope);
      this.#walkBelow(place, value);
      this.#path.stand(place.at);
      this.#runner.end(scope);
    } else if (rule) {
      this.#path.stand(place.at);
      this.#runner.apply(rule, value, "");
    } else this.#walkBelow(place, value);
  }

  #walkBelow(place: RulePlace, value: Json): void {
    const { items } = place;
    if (isJsonObject(value)) this.#walkMembers(place, value);
    else {
      this.#path.stand(place.at);
      if (!items || !isJsonArray(value)) this.#runner.misfit(place.others, value);
      else if (value.length === 0) this.#runner.empty(undefined);
      else this.#path.eachItem(value, (item) => this.walk(items, item));
    }
  }

  /** The rules' order is not the document's: a first look at the names tells which members there are, as bits. */
  #walkMembers(place: RulePlace, value: JsonObject): void {
    let names = 0;
    let others = 0;
    let met = 0;
    for (const name in value) {
      const index = place.indexes.get(name);
      if (index === undefined) others++;
      else met |= 1 << index;
      names++;
    }
    if (names === 0) {
      this.#path.stand(place.at);
      this.#runner.empty(place.others);
    }
    for (let due = met | place.expected; due !== 0; due &= due - 1) {
      const member = place.members[31 - Math.clz32(due & -due)];
      if (member) this.#walkMember(place, member.place, value[member.name]);
    }
    if (others > 0) this.#walkOthers(place, value);
  }

  #walkMember(around: RulePlace, place: RulePlace, value: Json | undefined): void {
    if (value !== undefined) this.walk(place, value);
    else if (place.whenMissing) {
      this.#path.stand(around.at);
      this.#runner.missing(place.others, place.whenMissing);
    }
  }

  #walkOthers({ at, indexes, others }: RulePlace, value: JsonObject): void {
    for (const name in value) {
      const member = value[name];
      if (member === undefined || indexes.has(name)) continue;
      this.#path.stand(at, name);
      if (others) this.#runner.apply(others, member, name);
      else this.#runner.unknown(member);
    }
  }
}
