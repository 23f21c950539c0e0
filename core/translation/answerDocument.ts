import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { valueAtTokens } from "../json/pointer.ts";
import type { AnswerForm } from "./answerForms.ts";
import { answerTransforms } from "./answerTransforms.ts";
import type { AnswerRule, AnswerSource } from "./rules/answerRule.ts";
import type { Fields } from "./target.ts";

/** Builds a success document by its form and rules. `texts` complete the addresses of the form, besides the answer's own id. */
export function answerDocument(form: AnswerForm, source: AnswerSource, texts: Readonly<Record<string, string>>): Json {
  const readable: JsonObject = { ...source };
  const idRule = form.rules.find(({ to }) => to === "data.id");
  const id = idRule && answeredValue(idRule, readable);
  const document = completed(form.document, { ...texts, id: typeof id === "string" ? id : "" });
  for (const rule of form.rules) {
    const value = answeredValue(rule, readable);
    if (value !== undefined) put(document, tokensOf(rule.to), value);
  }
  return document;
}

/** What a rule puts into the answer; undefined when it has nothing to put there. */
function answeredValue({ how, from, otherwise }: AnswerRule, source: JsonObject): Json | undefined {
  return answerTransforms[how](readFrom(source, from), otherwise && readFrom(source, otherwise));
}

const splitPaths = new Map<string, readonly string[]>();

/** The names of a rule's path. Every answer reads the same few dozen. */
function tokensOf(path: string): readonly string[] {
  let tokens = splitPaths.get(path);
  if (!tokens) {
    tokens = path.split(".");
    splitPaths.set(path, tokens);
  }
  return tokens;
}

function readFrom(source: JsonObject, path: string): Json | undefined {
  const value = valueAtTokens(source, tokensOf(path));
  return value === null ? undefined : value;
}

/** Sets a value in a copy of a form: its objects are its own, and what a form lacks is made. */
function put(document: Fields, tokens: readonly string[], value: Json): void {
  let owner = document;
  for (const name of tokens.slice(0, -1)) {
    const member = owner[name];
    const below: Fields = isJsonObject(member) ? member : {};
    if (below !== member) owner[name] = below;
    owner = below;
  }
  const last = tokens.at(-1);
  if (last !== undefined) owner[last] = value;
}

/** A copy of a form with its texts filled in. */
function completed(form: JsonObject, texts: Readonly<Record<string, string>>): Fields {
  const copy: Fields = {};
  for (const name of Object.keys(form)) {
    const value = form[name];
    if (typeof value === "string" && value.includes("{")) copy[name] = filled(value, texts);
    else copy[name] = isJsonObject(value) ? completed(value, texts) : (value ?? null);
  }
  return copy;
}

function filled(text: string, texts: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => texts[name] ?? hole);
}

/** How many values a path leads to; "*" in it is each item of a list. */
export function countAt(document: Json | undefined, [name, ...below]: readonly string[]): number {
  if (document === undefined) return 0;
  if (name === undefined) return 1;
  if (name === "*")
    return isJsonArray(document) ? document.reduce<number>((sum, item) => sum + countAt(item, below), 0) : 0;
  return countAt(valueAtTokens(document, [name]), below);
}
