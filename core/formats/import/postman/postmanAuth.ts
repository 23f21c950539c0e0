import { isJsonObject, type Json } from "../../../json/json.ts";
import { encodeBase64 } from "../../base64.ts";
import { pairsSchema } from "./postmanSchemas.ts";
import { valueText } from "./variables.ts";

/** What an authorization adds to a request, or why it cannot be told (user text). */
export type PostmanAuth =
  | { readonly kind: "none" }
  | { readonly kind: "header" | "query"; readonly name: string; readonly value: string }
  | { readonly kind: "unknown"; readonly reason: string };

type Parameter = (name: string) => string;

/** The parameters of a type: a list of pairs (v2.1) or an object (v2.0). */
function parametersOf(auth: Json | undefined): Parameter {
  const listed = pairsSchema.safeParse(auth);
  if (listed.success) return (name) => valueText(listed.data.find(({ key }) => key === name)?.value);
  return (name) => (isJsonObject(auth) && Object.hasOwn(auth, name) ? valueText(auth[name]) : "");
}

function authorization(value: string): PostmanAuth {
  return { kind: "header", name: "Authorization", value };
}

const kinds = new Map<string, (parameter: Parameter) => PostmanAuth>([
  ["noauth", () => ({ kind: "none" })],
  ["bearer", (parameter) => authorization(`Bearer ${parameter("token")}`)],
  ["oauth2", (parameter) => authorization(`${parameter("headerPrefix") || "Bearer"} ${parameter("accessToken")}`)],
  ["basic", (parameter) => authorization(`Basic ${encodeBase64(`${parameter("username")}:${parameter("password")}`)}`)],
  [
    "apikey",
    (parameter) => ({
      kind: parameter("in") === "query" ? "query" : "header",
      name: parameter("key") || "Authorization",
      value: parameter("value"),
    }),
  ],
]);

/** Reads the authorization of a request or of what is around it; `replaced` puts values for variables. */
export function readAuth(auth: Json | undefined, replaced: (text: string) => string): PostmanAuth {
  if (!isJsonObject(auth)) return { kind: "none" };
  const type = valueText(Object.hasOwn(auth, "type") ? auth.type : undefined);
  const read = kinds.get(type);
  if (read) {
    const parameter = parametersOf(Object.hasOwn(auth, type) ? auth[type] : undefined);
    return read((name) => replaced(parameter(name)));
  }
  return {
    kind: "unknown",
    reason: `It signs in with ${JSON.stringify(type)}, which is worked out only when Postman sends it. Set its authorization to "API Key" and export the collection again.`,
  };
}
