import { isJsonArray, isJsonObject, type Json, type JsonObject } from "../../json/json.ts";
import { escapeToken, type Pointer } from "../../json/pointer.ts";
import { limits } from "../limits.ts";
import type { Problem } from "../problem.ts";

type Test = (value: Json, level: number) => boolean;

/** Pointer of the first list or object, depth first, that a test says yes to; `level` counts from 0 at the outermost. */
function findContainer(value: Json, isFound: Test, level = 0): Pointer | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (isFound(value, level)) return "";
  const members = isJsonArray(value) || isJsonObject(value) ? value : {};
  for (const name in members) {
    const found = findContainer(Reflect.get(members, name), isFound, level + 1);
    if (found !== undefined) return `/${escapeToken(name)}${found}`;
  }
  return undefined;
}

const isLongArray: Test = (value) => isJsonArray(value) && value.length > limits.arrayItems.value;
const isTooDeep: Test = (_value, level) => level > limits.propertyLevels.value;

/** Limits on the properties of one event; of each kind the first that is broken. */
export function* propertyProblems(properties: JsonObject, pointer: Pointer): Generator<Problem> {
  if (Object.keys(properties).length > limits.eventProperties.value) {
    yield { code: "too-many-properties", pointer, facts: { limit: limits.eventProperties.value } };
  }
  const long = findContainer(properties, isLongArray);
  if (long !== undefined) {
    yield { code: "array-too-long", pointer: pointer + long, facts: { limit: limits.arrayItems.value } };
  }
  const deep = findContainer(properties, isTooDeep);
  if (deep !== undefined) {
    yield { code: "nested-too-deep", pointer: pointer + deep, facts: { limit: limits.propertyLevels.value } };
  }
}
