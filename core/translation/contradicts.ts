import { isJsonArray, isJsonNumber, isJsonObject, type Json, numberText } from "../json/json.ts";

/**
 * Whether what came back cannot be what was sent, however an API that stores it may write it: a value is another one of its type, or no name is the same. A
 * member that only one of them has proves nothing, and neither does another type.
 */
export function contradicts(sent: Json | undefined, back: Json | undefined): boolean {
  if (isJsonObject(sent) && isJsonObject(back)) {
    const names = Object.keys(sent);
    const shared = names.filter((name) => Object.hasOwn(back, name));
    if (shared.length === 0) return names.length > 0 && Object.keys(back).length > 0;
    return shared.some((name) => contradicts(sent[name], back[name]));
  }
  if (isJsonArray(sent) && isJsonArray(back)) {
    return sent.length !== back.length || sent.some((item, index) => contradicts(item, back[index]));
  }
  if (isJsonNumber(sent) && isJsonNumber(back)) return Number(numberText(sent)) !== Number(numberText(back));
  return typeof sent === typeof back && typeof sent !== "object" && sent !== back;
}
