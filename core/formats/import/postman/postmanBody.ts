import type { Body } from "../../../exchange/exchange.ts";
import { base64Body } from "../../base64Body.ts";
import { formText } from "../formText.ts";
import type { PostmanBody } from "./postmanSchemas.ts";
import { valueText } from "./variables.ts";

/** A body, its variables not yet replaced, and the content type that Postman adds for it; or why there is none that could be sent (user text). */
export type ReadPostmanBody =
  | { readonly ok: true; readonly body: Body; readonly contentType: string | undefined }
  | { readonly ok: false; readonly reason: string };

const noBody: ReadPostmanBody = { ok: true, body: "", contentType: undefined };

const languages: ReadonlyMap<string, string> = new Map([
  ["json", "application/json"],
  ["xml", "application/xml"],
  ["html", "text/html"],
  ["javascript", "application/javascript"],
]);

function rawBody({ raw, options }: PostmanBody): ReadPostmanBody {
  if (!raw) return noBody;
  return { ok: true, body: raw, contentType: languages.get(options?.raw?.language ?? "") ?? "text/plain" };
}

function formBody({ urlencoded }: PostmanBody): ReadPostmanBody {
  const contentType = "application/x-www-form-urlencoded";
  if (typeof urlencoded === "string") return { ok: true, body: urlencoded, contentType };
  const fields = (urlencoded ?? []).filter(({ disabled }) => !disabled);
  const text = formText(fields.map(({ key, value }) => ({ name: key ?? "", value: valueText(value) })));
  return { ok: true, body: text, contentType };
}

function refusal(what: string): ReadPostmanBody {
  return { ok: false, reason: `Its body is ${what}, which the API does not take. Send JSON with the mode "raw".` };
}

function fileBody({ file }: PostmanBody): ReadPostmanBody {
  const content = typeof file === "object" ? file?.content : undefined;
  const body = content ? base64Body(content) : undefined;
  return body === undefined
    ? refusal("a file that the collection does not hold")
    : { ok: true, body, contentType: undefined };
}

const modes: ReadonlyMap<string, (body: PostmanBody) => ReadPostmanBody> = new Map([
  ["none", () => noBody],
  ["raw", rawBody],
  ["urlencoded", formBody],
  ["graphql", () => refusal("a GraphQL query")],
  ["formdata", () => refusal("a form of several parts")],
  ["file", fileBody],
]);

export function postmanBody(body: PostmanBody | null | undefined): ReadPostmanBody {
  if (!body || body.disabled) return noBody;
  const mode = body.mode ?? "raw";
  return modes.get(mode)?.(body) ?? refusal(`of the mode ${JSON.stringify(mode)}`);
}
