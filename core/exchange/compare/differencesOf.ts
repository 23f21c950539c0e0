import type { Json } from "../../json/json.ts";
import type { Body, Exchange, ExchangeRequest, Headers } from "../exchange.ts";
import { bodyMember, comparableBody, opaqueBody } from "./comparableBody.ts";
import { type CompiledRules, headerPointer, unorderedLists } from "./compileRules.ts";
import type { Difference, Part } from "./difference.ts";
import { eachDifference, type JsonDifference } from "./diffJson.ts";

/** Which parts of an exchange count. Of a target whose native calls cannot be seen, leave both native parts out. */
export interface ComparedParts {
  /** The native calls in their order: method, path and body. On by default. */
  readonly nativeRequests?: boolean;
  /** Their answers: status and body. Off by default. */
  readonly nativeAnswers?: boolean;
}

type Answered = NonNullable<Exchange["response"]>;

function* inPart(part: Part, differences: Iterable<JsonDifference>): Generator<Difference> {
  for (const difference of differences) yield { part, ...difference };
}

function* jsonDifferences(part: Part, left: Json, right: Json, rules: CompiledRules): Generator<Difference> {
  const isUnordered = unorderedLists(rules, part);
  yield* inPart(part, eachDifference(left, right, isUnordered ? { isUnordered } : {}));
}

function valuesByName(headers: Headers): Map<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const [written, value] of headers) {
    const name = written.toLowerCase();
    const values = byName.get(name);
    if (values) values.push(value);
    else byName.set(name, [value]);
  }
  return byName;
}

/** One value as it is, several as a list. */
function shownValues(values: readonly string[]): Json {
  return values.length === 1 ? (values[0] ?? "") : values;
}

function headerDifference(
  name: string,
  left: readonly string[] | undefined,
  right: readonly string[] | undefined,
): Difference | undefined {
  const common = { part: "response-header", pointer: headerPointer(name) } as const;
  if (!left) return right && { ...common, kind: "added", right: shownValues(right) };
  if (!right) return { ...common, kind: "removed", left: shownValues(left) };
  const isSame = JSON.stringify(left.toSorted()) === JSON.stringify(right.toSorted());
  return isSame ? undefined : { ...common, kind: "changed", left: shownValues(left), right: shownValues(right) };
}

function* headerDifferences(left: Headers, right: Headers): Generator<Difference> {
  const [before, after] = [valuesByName(left), valuesByName(right)];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const difference = headerDifference(name, before.get(name), after.get(name));
    if (difference) yield difference;
  }
}

function isSameBody(left: Body, right: Body): boolean {
  return typeof left === "string" || typeof right === "string" ? left === right : left.base64 === right.base64;
}

function* bodyDifferences(left: Body, right: Body, rules: CompiledRules): Generator<Difference> {
  if (isSameBody(left, right)) return;
  const [before, after] = [comparableBody(left), comparableBody(right)];
  if (before.form === "json" && after.form === "json") {
    yield* jsonDifferences("response-body", before.value, after.value, rules);
  } else {
    const kind = before.form === after.form ? "changed" : "type";
    yield { part: "response-body", kind, pointer: "", left: opaqueBody(left), right: opaqueBody(right) };
  }
}

function statusDifference(left: Answered | null, right: Answered | null): Difference | undefined {
  const common = { part: "status", pointer: "" } as const;
  if (left?.status === right?.status) return undefined;
  if (!left) return right ? { ...common, kind: "added", right: right.status } : undefined;
  if (!right) return { ...common, kind: "removed", left: left.status };
  return { ...common, kind: "changed", left: left.status, right: right.status };
}

/** Most replays make the same calls, which then need not be parsed. */
function makesSameCalls({ native: left }: Exchange, { native: right }: Exchange): boolean {
  const isSame = (one: ExchangeRequest, other: ExchangeRequest | undefined): boolean =>
    one.method === other?.method && one.path === other.path && isSameBody(one.body, other.body);
  return left.length === right.length && left.every(({ request }, index) => isSame(request, right[index]?.request));
}

function callsOf({ native }: Exchange): Json {
  return native.map(({ request }) => ({
    method: request.method,
    path: request.path,
    ...bodyMember(request.body),
  }));
}

function answersOf({ native }: Exchange): Json {
  return native.map(({ response }) => response && { status: response.status, ...bodyMember(response.body) });
}

/** Every place at which two exchanges differ, part by part. Where a side has no answer, that is the one difference of the answers. */
export function* differencesOf(
  left: Exchange,
  right: Exchange,
  rules: CompiledRules,
  { nativeRequests = true, nativeAnswers = false }: ComparedParts = {},
): Generator<Difference> {
  const status = statusDifference(left.response, right.response);
  if (status) yield status;
  if (left.response && right.response) {
    yield* headerDifferences(left.response.headers, right.response.headers);
    yield* bodyDifferences(left.response.body, right.response.body, rules);
  }
  if (nativeRequests && !makesSameCalls(left, right))
    yield* jsonDifferences("native-request", callsOf(left), callsOf(right), rules);
  if (nativeAnswers) yield* jsonDifferences("native-response", answersOf(left), answersOf(right), rules);
}
