import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";

/** The fields that a request asks for: `only` these, if it names any, and `additional` ones. A name below another ("location.city") asks for the whole. */
interface Fieldset {
  readonly only: readonly string[] | undefined;
  readonly additional: readonly string[];
}

/** What there is to ask for beside the attributes of a profile. */
const additionalFields: ReadonlySet<string> = new Set(["subscriptions", "predictive_analytics"]);

/** Reads `fields[type]` and `additional-fields[type]` of a path with query. Source: Klaviyo OpenAPI, revision 2026-07-15. */
function readFieldset(path: string, type: string): Fieldset {
  const query = new Map(
    (path.split("?")[1] ?? "").split("&").map((pair) => {
      const [name = "", value = ""] = pair.split("=");
      return [decoded(name), decoded(value)];
    }),
  );
  const names = (key: string) =>
    query
      .get(`${key}[${type}]`)
      ?.split(",")
      .map((name) => name.split(".")[0] ?? "");
  return {
    only: names("fields"),
    additional: names("additional-fields")?.filter((name) => additionalFields.has(name)) ?? [],
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Keeps of an answer what the request's sparse fieldset names, relationships included (recorded), and adds the additional fields it asks for, as null:
 * nothing native tells them (assumed).
 */
export function withFieldset(document: Json, path: string): Json {
  if (!path.includes("fields") || !isJsonObject(document) || !isJsonObject(document.data)) return document;
  const { only, additional } = readFieldset(path, String(document.data.type));
  const added = Object.fromEntries(additional.map((name) => [name, null]));
  const members = Object.entries(document.data).map(([name, value]): [string, Json] => {
    if (name === "attributes") return [name, { ...named(value, only), ...added }];
    return [name, name === "relationships" ? named(value, only) : value];
  });
  return { ...document, data: Object.fromEntries(members) };
}

function named(members: Json, only: readonly string[] | undefined): JsonObject {
  if (!isJsonObject(members)) return {};
  return only ? Object.fromEntries(Object.entries(members).filter(([name]) => only.includes(name))) : members;
}
