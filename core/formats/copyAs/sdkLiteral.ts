import { isJsonArray, isJsonObject, isRawNumber, type Json, numberText } from "../../json/json.ts";

/** Members that hold a person's own names; the SDK leaves what is below them alone. */
const freeForm = new Set(["properties", "append", "unappend"]);
const identifier = /^[A-Za-z_$][\w$]*$/;

/** The SDK's name for a member on the wire: "unique_id" is uniqueId, "events-bulk-create" eventsBulkCreate, "_kx" kx. */
function sdkName(name: string): string {
  return name.replace(/^_/, "").replace(/[_-]([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
}

function scalar(value: Json): string {
  if (typeof value === "number" || isRawNumber(value)) return numberText(value);
  return JSON.stringify(value);
}

/** A JavaScript literal of the value in the SDK's names, indented from `depth` on. */
export function sdkLiteral(value: Json, depth = 0, isFree = false): string {
  const inner = "  ".repeat(depth + 1);
  const outer = "  ".repeat(depth);
  if (isJsonArray(value)) {
    if (value.length === 0) return "[]";
    return `[\n${value.map((item) => `${inner}${sdkLiteral(item, depth + 1, isFree)},\n`).join("")}${outer}]`;
  }
  if (!isJsonObject(value)) return scalar(value);
  const members = Object.entries(value).map(([name, member]) => {
    const written = isFree ? name : sdkName(name);
    // As a plain member, __proto__ would set the prototype instead.
    const key =
      written === "__proto__" ? '["__proto__"]' : identifier.test(written) ? written : JSON.stringify(written);
    return `${inner}${key}: ${sdkLiteral(member, depth + 1, isFree || freeForm.has(name))},\n`;
  });
  return members.length === 0 ? "{}" : `{\n${members.join("")}${outer}}`;
}
