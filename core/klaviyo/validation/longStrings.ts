import { isJsonArray, isJsonObject, type Json } from "../../json/json.ts";
import { escapeToken, type Pointer } from "../../json/pointer.ts";
import { mayTakeMoreBytes, utf8Length } from "../../json/utf8.ts";
import { limits } from "../limits.ts";
import type { Problem } from "../problem.ts";

const { value: limit } = limits.stringBytes;

/** Strings past the limit, anywhere in a document. Walks all of it: ask only where a scan says that there may be any. */
export function* longStrings(value: Json, pointer: Pointer = ""): Generator<Problem> {
  if (typeof value === "string") {
    if (mayTakeMoreBytes(value.length, limit) && utf8Length(value) > limit) {
      yield { code: "string-too-long", pointer, facts: { limit } };
    }
  } else if (isJsonArray(value)) {
    for (const [index, item] of value.entries()) yield* longStrings(item, `${pointer}/${index}`);
  } else if (isJsonObject(value)) {
    for (const [name, member] of Object.entries(value)) yield* longStrings(member, `${pointer}/${escapeToken(name)}`);
  }
}
