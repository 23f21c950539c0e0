import { isJsonArray, isJsonObject, type Json, type JsonObject, parseJson } from "../../json/json.ts";
import { stringEnd } from "../../json/scanJson.ts";
import { shapeOf } from "../compare/shapes.ts";
import type { Body } from "../exchange.ts";

/** The parts of a request in which ids are bound. */
export interface BoundRequest {
  readonly path: string;
  readonly body: Body;
}

/** Knows which new id stands for which recorded one. */
export interface IdBinding {
  /** Learns from a recorded answer and the new answer to the same request. */
  learn(recorded: Json, renewed: Json): void;
  /** The request with the recorded ids replaced; the same request where it names none. `replaced` counts them. */
  apply(request: BoundRequest): BoundRequest & { readonly replaced: number };
  /** How many ids are bound. */
  readonly size: number;
  /** How many were forgotten because there were too many. */
  readonly forgotten: number;
}

export interface IdBindingOptions {
  /** How many ids are remembered, at some hundred bytes each; past it the one bound longest ago is forgotten. 200,000 unless said otherwise. */
  readonly maxIds?: number;
}

const idForm = /^[A-Za-z0-9_-]{6,128}$/;
/** An id of a word's form would be replaced where the word is meant. */
const notAWord = /[0-9A-Z]/;
const onlyDigits = /^\d+$/;

function isId(text: string): boolean {
  return idForm.test(text) && notAWord.test(text) && !onlyDigits.test(text);
}

const prefixed: ReadonlySet<string | undefined> = new Set(["event id", "profile id", "job id"]);

/** Whether a server made a value: an id with a prefix wherever it stands, or the `id` of a resource, which has a `type` beside it. */
function isServerMade(text: string, name: string, owner: JsonObject | undefined): boolean {
  if (!isId(text)) return false;
  if (prefixed.has(shapeOf(text))) return true;
  return name === "id" && owner !== undefined && typeof owner.type === "string";
}

interface Pair {
  readonly left: Json;
  readonly right: Json;
}

/** The members of two values that both have, by name; none where the first is a scalar. */
function* sharedMembers(left: Json, right: Json): Generator<{ name: string; before: Json; after: Json }> {
  if (!isJsonArray(left) && !isJsonObject(left)) return;
  for (const name of Object.keys(left)) {
    const before = memberOf(left, name);
    const after = memberOf(right, name);
    if (before !== undefined && after !== undefined) yield { name, before, after };
  }
}

/** Pairs of ids at the same place of both answers. No recursion, so that depth does not matter. */
function* idPairs(recorded: Json, renewed: Json): Generator<readonly [string, string]> {
  const pairs: Pair[] = [{ left: recorded, right: renewed }];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const owner = isJsonObject(pair.left) ? pair.left : undefined;
    for (const { name, before, after } of sharedMembers(pair.left, pair.right)) {
      if (typeof before !== "string") pairs.push({ left: before, right: after });
      else if (typeof after === "string" && isServerMade(before, name, owner) && isId(after)) yield [before, after];
    }
  }
}

function memberOf(value: Json, name: string): Json | undefined {
  if (isJsonArray(value)) return value[Number(name)];
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** An escape of JSON or of an address, or a run of the characters that ids have. */
const tokens = /\\(?:u[0-9A-Fa-f]{4}|.)|%[0-9A-Fa-f]{2}|[A-Za-z0-9_-]+/gs;

interface Replacing {
  readonly ids: ReadonlyMap<string, string>;
  count: number;
}

function replaceTokens(text: string, replacing: Replacing): string {
  return text.replace(tokens, (token) => {
    const id = replacing.ids.get(token);
    if (id === undefined) return token;
    replacing.count += 1;
    return id;
  });
}

/** The inside of a JSON string as written. One that spells an id with escapes is replaced as a whole. */
function replaceInString(literal: string, replacing: Replacing): string {
  const inside = literal.slice(1, -1);
  if (!inside.includes("\\") || inside.length > 1024) return `"${replaceTokens(inside, replacing)}"`;
  const id = replacing.ids.get(String(JSON.parse(literal)));
  if (id === undefined) return `"${replaceTokens(inside, replacing)}"`;
  replacing.count += 1;
  return `"${id}"`;
}

function replaceInJson(text: string, replacing: Replacing): string {
  let made = "";
  let copied = 0;
  for (let quote = text.indexOf('"'); quote >= 0; ) {
    const end = stringEnd(text, quote) + 1;
    made += text.slice(copied, quote) + replaceInString(text.slice(quote, end), replacing);
    copied = end;
    quote = text.indexOf('"', end);
  }
  return made + text.slice(copied);
}

/**
 * Follows ids through a replay: what an earlier answer created and a later request uses has another id each time. Bound are the ids with a prefix (`evt_`,
 * `prof_`, `job_`) and those of resources (`id` beside `type`), of 6 to 128 letters, digits, "_" and "-", that are neither a lower-case word nor a number.
 *
 * A recorded id is replaced where it stands as a whole token: in the strings of a JSON body, also within one (an address, a filter), and in path and query.
 * Everything else stays byte for byte; so does a body that is not JSON, or that is not text. Where two answers say different things of an id, the later
 * one counts.
 */
export function createIdBinding({ maxIds = 200_000 }: IdBindingOptions = {}): IdBinding {
  const ids = new Map<string, string>();
  let forgotten = 0;
  const bind = (recorded: string, renewed: string): void => {
    ids.delete(recorded);
    if (recorded === renewed) return;
    ids.set(recorded, renewed);
    if (ids.size <= maxIds) return;
    const [oldest] = ids.keys();
    if (oldest !== undefined) ids.delete(oldest);
    forgotten += 1;
  };
  return {
    learn(recorded, renewed) {
      for (const [before, after] of idPairs(recorded, renewed)) bind(before, after);
    },
    apply({ path, body }) {
      if (ids.size === 0) return { path, body, replaced: 0 };
      const inPath: Replacing = { ids, count: 0 };
      const boundPath = replaceTokens(path, inPath);
      const inBody: Replacing = { ids, count: 0 };
      const isJson = typeof body === "string" && parseJson(body).ok;
      const boundBody = isJson ? replaceInJson(body, inBody) : body;
      return { path: boundPath, body: boundBody, replaced: inPath.count + inBody.count };
    },
    get size() {
      return ids.size;
    },
    get forgotten() {
      return forgotten;
    },
  };
}
