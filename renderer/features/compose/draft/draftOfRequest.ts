import type { Exchange } from "../../../../core/exchange/exchange.ts";
import { readPastedJson } from "../../../../core/formats/pasted.ts";
import type { RequestDraft } from "../../../../core/formats/requestDraft.ts";
import { prettyJson } from "../../../../core/json/prettyJson.ts";
import { requestTemplates } from "../../../../core/klaviyo/templates.ts";
import { bodyText } from "./bodyText.ts";
import { type Draft, draftOf, pathOf, rowsOf } from "./draft.ts";
import { hasKey, keyOf, takenHeaders } from "./sendHeaders.ts";

/** A draft made of something else, the key that came with it, and what a person should know. */
export interface MadeDraft {
  readonly draft: Draft;
  readonly key: string | undefined;
  readonly notice: string | undefined;
}

/** Text of one line is laid out to be edited; text that someone laid out stays as it is. */
function editable(body: string): string {
  return /^\s*[[{]/.test(body) && !body.trim().includes("\n") ? prettyJson(body) : body;
}

/** A draft of a curl command or another imported request. Another vendor's key is left behind. */
export function draftOfImport({ method, path, headers, body }: RequestDraft): MadeDraft {
  const key = keyOf(headers);
  const isForeign = key === undefined && hasKey(headers);
  return {
    draft: { method, path, headers: rowsOf(takenHeaders(headers)), body: editable(body), parent: null },
    key,
    notice: isForeign ? "Its key is not one of Postscript’s and was left out; the workbench’s own is used." : undefined,
  };
}

/** A draft of a bare JSON body; the endpoint is the one its `data.type` names, else the one of the draft so far. */
export function draftOfJson(text: string, before: Draft): MadeDraft | undefined {
  const pasted = readPastedJson(text);
  if (!pasted) return undefined;
  const path = pasted.endpoint === undefined ? before.path : pathOf(pasted.endpoint);
  const draft = { ...before, method: "POST", path, body: editable(pasted.body), parent: null };
  return { draft, key: undefined, notice: undefined };
}

/** A draft of a recorded exchange, to send again as its child. Its key was never kept. */
export async function draftOfExchange({ id, request }: Pick<Exchange, "id" | "request">): Promise<MadeDraft> {
  const body = await bodyText(request.body, request.headers);
  return {
    draft: {
      method: request.method,
      path: request.path,
      headers: rowsOf(takenHeaders(request.headers)),
      body: body.ok ? editable(body.text) : "",
      parent: id,
    },
    key: undefined,
    notice: body.ok ? undefined : body.message,
  };
}

/** A draft of a template by its id. */
export function draftOfTemplate(id: string): MadeDraft | undefined {
  const template = requestTemplates.find((each) => each.id === id);
  return template && { draft: draftOf(template), key: undefined, notice: undefined };
}
