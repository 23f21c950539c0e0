import { isJsonArray, isJsonNumber, type Json, numberText, parseJson } from "../../json/json.ts";
import { valueAtTokens } from "../../json/pointer.ts";
import { type EndpointId, isEndpointId } from "../../klaviyo/endpoints.ts";
import type { Body, Exchange } from "../exchange.ts";
import { digest } from "./digest.ts";

/** What finds the partner of an exchange in another session: small enough to hold a hundred thousand of. */
export interface ExchangeKey {
  readonly id: string;
  readonly parent: string | null;
  /** Method and endpoint; of an unsupported request its path without the query. */
  readonly endpoint: string;
  /** Digest of whom and what the request is about; the same for two requests that are about the same. */
  readonly identity: string;
}

const profile = [
  "id",
  ...["email", "phone_number", "external_id", "anonymous_id", "_kx"].map((name) => `attributes.${name}`),
];
const event = ["attributes.metric.data.attributes.name", "attributes.unique_id"];

function below(path: string, names: readonly string[]): (readonly string[])[] {
  return names.map((name) => `${path}.${name}`.split("."));
}

const entry = "data.attributes.events-bulk-create.data.*.attributes";

/** Where a request says whom and what it is about; "*" is each item of a list. */
const identityPaths: Readonly<Record<EndpointId, readonly (readonly string[])[]>> = {
  events: [...below("data", event), ...below("data.attributes.profile.data", profile)],
  "event-bulk-create-jobs": [...below(`${entry}.events.data.*`, event), ...below(`${entry}.profile.data`, profile)],
  profiles: below("data", profile),
  "profile-bulk-import-jobs": below("data.attributes.profiles.data.*", profile),
};

function* textsAt(value: Json | undefined, path: readonly string[], from = 0): Generator<string> {
  const name = path[from];
  if (name === undefined) {
    yield typeof value === "string" ? `"${value}` : isJsonNumber(value) ? numberText(value) : "";
  } else if (value === undefined) yield "";
  else if (name !== "*") yield* textsAt(valueAtTokens(value, [name]), path, from + 1);
  else if (isJsonArray(value)) for (const item of value) yield* textsAt(item, path, from + 1);
}

function* identityTexts(endpoint: EndpointId, document: Json): Generator<string> {
  for (const path of identityPaths[endpoint]) yield* textsAt(document, path);
}

/**
 * The key of an exchange. Of the four endpoints it is made of the metric, `unique_id` and the identifiers of the profiles; of any other request, and of a
 * body that is no JSON, of the query and the whole body. `body` is the request's body decoded from its content coding, where it has one.
 */
export function exchangeKey(exchange: Exchange, body: Body = exchange.request.body): ExchangeKey {
  const { id, parent, request } = exchange;
  const text = typeof body === "string" ? body : body.base64;
  const [path = "", ...query] = request.path.split("?");
  if (!isEndpointId(exchange.endpoint)) {
    return { id, parent, endpoint: `${request.method} ${path}`, identity: digest([query.join("?"), text]) };
  }
  const parsed = parseJson(text);
  const texts = parsed.ok ? identityTexts(exchange.endpoint, parsed.value) : [text];
  return { id, parent, endpoint: `${request.method} ${exchange.endpoint}`, identity: digest(texts) };
}
