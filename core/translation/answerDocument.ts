import { isJsonArray, isJsonObject, type Json } from "../json/json.ts";
import { valueAtTokens } from "../json/pointer.ts";
import type { AnswerForm } from "./answerForms.ts";
import { answerTransforms } from "./answerTransforms.ts";
import type { AnswerRule, AnswerSource } from "./rules/answerRule.ts";

/** Builds a success document by its form and rules. `texts` complete the addresses of the form, besides the answer's own id. */
export function answerDocument(form: AnswerForm, source: AnswerSource, texts: Readonly<Record<string, string>>): Json {
  const idRule = form.rules.find(({ to }) => to === "data.id");
  const id = idRule && answeredValue(idRule, source);
  const complete = withTexts(form.document, { ...texts, id: typeof id === "string" ? id : "" });
  return form.rules.reduce<Json>((document, rule) => {
    const value = answeredValue(rule, source);
    return value === undefined ? document : withValue(document, rule.to.split("."), value);
  }, complete);
}

/** What a rule puts into the answer; undefined when it has nothing to put there. */
function answeredValue({ how, from, otherwise }: AnswerRule, source: AnswerSource): Json | undefined {
  return answerTransforms[how](readFrom(source, from), otherwise && readFrom(source, otherwise));
}

function readFrom(source: AnswerSource, path: string): Json | undefined {
  const value = valueAtTokens({ ...source }, path.split("."));
  return value === null ? undefined : value;
}

function withValue(document: Json, [name, ...below]: readonly string[], value: Json): Json {
  if (name === undefined) return value;
  const members = isJsonObject(document) ? document : {};
  return { ...members, [name]: withValue(members[name] ?? null, below, value) };
}

function withTexts(form: Json, texts: Readonly<Record<string, string>>): Json {
  if (typeof form === "string") return form.replace(/\{(\w+)\}/g, (hole, name: string) => texts[name] ?? hole);
  if (!isJsonObject(form)) return form;
  const completed: Record<string, Json> = {};
  for (const [name, value] of Object.entries(form)) completed[name] = withTexts(value, texts);
  return completed;
}

/** How many values a path leads to; "*" in it is each item of a list. */
export function countAt(document: Json | undefined, [name, ...below]: readonly string[]): number {
  if (document === undefined) return 0;
  if (name === undefined) return 1;
  if (name === "*")
    return isJsonArray(document) ? document.reduce<number>((sum, item) => sum + countAt(item, below), 0) : 0;
  return countAt(valueAtTokens(document, [name]), below);
}
