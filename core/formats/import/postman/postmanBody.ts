import { formText } from "../formText.ts";
import type { PostmanBody } from "./postmanSchemas.ts";
import { valueText } from "./variables.ts";

/** A body, its variables not yet replaced, and the content type that Postman adds for it; or why there is none that could be sent (user text). */
export type ReadPostmanBody =
  | { readonly ok: true; readonly text: string; readonly contentType: string | undefined }
  | { readonly ok: false; readonly reason: string };

const noBody: ReadPostmanBody = { ok: true, text: "", contentType: undefined };

const languages: ReadonlyMap<string, string> = new Map([
  ["json", "application/json"],
  ["xml", "application/xml"],
  ["html", "text/html"],
  ["javascript", "application/javascript"],
]);

function rawBody({ raw, options }: PostmanBody): ReadPostmanBody {
  if (!raw) return noBody;
  return { ok: true, text: raw, contentType: languages.get(options?.raw?.language ?? "") ?? "text/plain" };
}

function formBody({ urlencoded }: PostmanBody): ReadPostmanBody {
  const contentType = "application/x-www-form-urlencoded";
  if (typeof urlencoded === "string") return { ok: true, text: urlencoded, contentType };
  const fields = (urlencoded ?? []).filter(({ disabled }) => !disabled);
  const text = formText(fields.map(({ key, value }) => ({ name: key ?? "", value: valueText(value) })));
  return { ok: true, text, contentType };
}

function refusal(what: string): ReadPostmanBody {
  return { ok: false, reason: `Its body is ${what}, which the API does not take. Send JSON with the mode "raw".` };
}

const modes: ReadonlyMap<string, (body: PostmanBody) => ReadPostmanBody> = new Map([
  ["none", () => noBody],
  ["raw", rawBody],
  ["urlencoded", formBody],
  ["graphql", () => refusal("a GraphQL query")],
  ["formdata", () => refusal("a form of several parts")],
  ["file", () => refusal("a file that the collection does not hold")],
]);

export function postmanBody(body: PostmanBody | null | undefined): ReadPostmanBody {
  if (!body || body.disabled) return noBody;
  const mode = body.mode ?? "raw";
  return modes.get(mode)?.(body) ?? refusal(`of the mode ${JSON.stringify(mode)}`);
}
