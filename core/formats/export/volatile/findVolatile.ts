import type { Exchange } from "../../../exchange/exchange.ts";
import { isJsonArray, isJsonObject, type Json } from "../../../json/json.ts";
import { type Pointer, toPointer, valueAt } from "../../../json/pointer.ts";
import { jsonOf } from "../bodyText.ts";
import { volatilePlaces } from "./volatilePlaces.ts";

/** The places below `value` that a pattern leads to and that hold a text. */
function* textsAt(
  value: Json | undefined,
  [name, ...below]: readonly string[],
  walked: readonly string[],
): Generator<Pointer, void, undefined> {
  if (name === undefined) {
    if (typeof value === "string") yield toPointer(walked);
    return;
  }
  if (!isJsonArray(value) && !isJsonObject(value)) return;
  const members: ReadonlyMap<string, Json> = new Map(Object.entries(value));
  for (const member of name === "*" ? members.keys() : [name]) {
    yield* textsAt(members.get(member), below, [...walked, member]);
  }
}

/** The request itself may be compressed, but what it became is not. */
function saysWhen({ native }: Exchange): boolean {
  return native.some(({ request }) => {
    const body = jsonOf(request.body);
    return body !== undefined && valueAt(body, "/occurred_at") !== undefined;
  });
}

/** Pointers to the values of the recorded answer that another run may answer otherwise. Empty where the answer is not JSON. */
export function findVolatile(exchange: Exchange): Pointer[] {
  const answer = exchange.response ? jsonOf(exchange.response.body) : undefined;
  if (answer === undefined) return [];
  const isTimed = saysWhen(exchange);
  return volatilePlaces
    .filter(({ when }) => when === "always" || !isTimed)
    .flatMap(({ pattern }) => [...textsAt(answer, pattern, [])]);
}
