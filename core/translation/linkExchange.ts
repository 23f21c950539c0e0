import type { Json } from "../json/json.ts";
import { type Pointer, toPointer, valueAt } from "../json/pointer.ts";
import type { EndpointId } from "../klaviyo/endpoints.ts";
import type { NativeCall } from "../native/nativeCall.ts";
import { nativeEndpoints } from "../native/nativeEndpoints.ts";
import { answerForms } from "./answerForms.ts";
import { eachLeaf } from "./leaves.ts";
import type { Link, Pane } from "./link.ts";
import { type AnswerHead, errorRule, type Refusal, toldRefusals } from "./nativeProblems.ts";
import { type EchoRule, echoRules } from "./rules/echoRules.ts";
import { errorParts } from "./rules/errorRules.ts";
import type { ExplainedTranslation } from "./translation.ts";

/**
 * The way of each field through an exchange, pane by pane: what `explain` says of the request, what the native answers repeat, and what of them the
 * Klaviyo answer was made from. `answers` are in the order of the native calls; `response` is the Klaviyo answer's body.
 */
export function linkExchange(
  { endpoint, native, provenance }: ExplainedTranslation,
  answers: readonly AnswerHead[],
  response: Json | undefined,
): Link[] {
  const requested = provenance
    .filter(({ to }) => to !== "")
    .map(({ from, to, rule, isStructure }) => ({
      ...link("klaviyo-request", from, "native-request", to.replace("/body", ""), rule),
      ...(isStructure && { isStructure }),
    }));
  const calls = new Set(requested.map(({ to }) => Number(to.pointer.split("/")[1])));
  const echoed = [...calls].flatMap((index) => echoLinks(index, native[index], answers[index]?.body));
  return [...requested, ...echoed, ...(response === undefined ? [] : answerLinks(endpoint, answers, response))];
}

function link(fromPane: Pane, from: Pointer, toPane: Pane, to: Pointer, rule: string): Link {
  return { from: { pane: fromPane, pointer: from }, to: { pane: toPane, pointer: to }, rule };
}

/** The pointers of all leaves of a value, below it. */
function leafPointers(value: Json): Pointer[] {
  const pointers: Pointer[] = [];
  eachLeaf(value, (pointer) => pointers.push(pointer));
  return pointers;
}

function dotted(path: string): Pointer {
  return path === "" ? "" : toPointer(path.split("."));
}

function echoLinks(index: number, call: NativeCall | undefined, answer: Json | undefined): Link[] {
  if (!call || answer === undefined) return [];
  const rules = echoRules.filter(({ calls }) => calls.some((id) => nativeEndpoints[id].path === call.path));
  return leafPointers(call.body).flatMap((from) => {
    const echo = rules
      .map((rule) => ({ rule, to: echoPointer(rule, from) }))
      .find(({ to }) => to !== undefined && valueAt(answer, to) !== undefined);
    if (!echo) return [];
    return [link("native-request", `/${index}${from}`, "native-response", `/${index}${echo.to}`, echo.rule.id)];
  });
}

function echoPointer({ from, to }: EchoRule, pointer: Pointer): Pointer | undefined {
  const above = dotted(from);
  return pointer.startsWith(`${above}/`) ? dotted(to) + pointer.slice(above.length) : undefined;
}

function answerLinks(endpoint: EndpointId, answers: readonly AnswerHead[], response: Json): Link[] {
  const refusals = toldRefusals(answers);
  if (refusals.length > 0) {
    return refusals.flatMap((refusal, told) =>
      errorLinks(refusal, told, answers[refusal.index]?.body ?? null, response),
    );
  }
  const answer = answers[0]?.body;
  if (answer === undefined) return [];
  return answerForms[endpoint].rules.flatMap(({ id, from, to }) => {
    const value = valueAt(response, dotted(to));
    if (value === undefined || !from.startsWith("answer.")) return [];
    const source = dotted(from.slice("answer.".length));
    return leafPointers(value)
      .filter((below) => valueAt(answer, source + below) !== undefined)
      .map((below) => link("native-response", `/0${source}${below}`, "klaviyo-response", dotted(to) + below, id));
  });
}

function errorLinks(refusal: Refusal, told: number, answer: Json, response: Json): Link[] {
  const { id } = errorRule(refusal);
  return errorParts
    .map(({ from, to }) => ({ from: `/error/${from}`, to: `/errors/${told}${dotted(to)}` }))
    .filter(({ from, to }) => hasValue(answer, from) && hasValue(response, to))
    .map(({ from, to }) => link("native-response", `/${refusal.index}${from}`, "klaviyo-response", to, id));
}

function hasValue(document: Json, pointer: Pointer): boolean {
  const value = valueAt(document, pointer);
  return value !== undefined && value !== null;
}
