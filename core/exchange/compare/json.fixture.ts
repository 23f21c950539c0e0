/** Arbitrary JSON for property tests: any names, "__proto__" included, and numbers that JavaScript would round. */
import fc from "fast-check";
import { type Json, parseJson } from "../../json/json.ts";

function numberOf(text: string): Json {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}

function ownMembers(members: readonly (readonly [string, Json])[]): Json {
  const made = {};
  for (const [key, value] of members) {
    Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
  }
  return made;
}

const name = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "a/b~c", "*", "**", "0", "", "id"),
  fc.string({ maxLength: 3 }),
);
const numbers = fc.constantFrom("1", "1.0", "-0", "0", "9007199254740993", "9007199254740992", "1e400").map(numberOf);
const scalar = fc.oneof(fc.constantFrom<Json>(null, true, false, "", "a", "b"), numbers, fc.integer());

/** Small values of few forms, so that two of them are often alike in part. */
export const { anyJson } = fc.letrec<{ anyJson: Json }>((tie) => ({
  anyJson: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    { weight: 3, arbitrary: scalar },
    { weight: 1, arbitrary: fc.array(tie("anyJson"), { maxLength: 5 }) },
    { weight: 1, arbitrary: fc.array(fc.tuple(name, tie("anyJson")), { maxLength: 4 }).map(ownMembers) },
  ),
}));
