import type { Body } from "../../../exchange/exchange.ts";
import { base64Body, brokenBase64 } from "../../base64Body.ts";
import { formText } from "../formText.ts";
import type { HarPostData, HarResponse } from "./harEntry.ts";

type ReadBody = { readonly ok: true; readonly body: Body } | { readonly ok: false; readonly reason: string };

function textBody(text: string, encoding: string | null | undefined): ReadBody {
  if (encoding?.toLowerCase() !== "base64") return { ok: true, body: text };
  const body = base64Body(text);
  return body === undefined ? { ok: false, reason: brokenBase64 } : { ok: true, body };
}

/** The body of a request: its text, or the form that its parameters make. */
export function requestBody(postData: HarPostData | null | undefined): ReadBody {
  if (!postData) return { ok: true, body: "" };
  const { text, params, mimeType, encoding, _encoding } = postData;
  if (text || !params || params.length === 0) return textBody(text ?? "", encoding ?? _encoding);
  if (/^multipart\//i.test(mimeType ?? "") || params.some(({ fileName }) => fileName)) {
    return {
      ok: false,
      reason: "Its body is a form of several parts, whose bytes the file does not hold. The API takes JSON only.",
    };
  }
  return { ok: true, body: formText(params.map(({ name, value }) => ({ name, value: value ?? "" }))) };
}

export function responseBody(content: HarResponse["content"]): ReadBody {
  return textBody(content?.text ?? "", content?.encoding);
}
