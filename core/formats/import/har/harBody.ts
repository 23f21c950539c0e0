import type { Body } from "../../../exchange/exchange.ts";
import { decodeBase64, utf8Text } from "../../base64.ts";
import { formText } from "../formText.ts";
import type { HarPostData, HarResponse } from "./harEntry.ts";

export type ReadBody = { readonly ok: true; readonly body: Body } | { readonly ok: false; readonly reason: string };

function decodedBody(base64: string): ReadBody {
  const bytes = decodeBase64(base64);
  if (!bytes) return { ok: false, reason: "Its body says that it is base64 and is not. Correct it in the file." };
  return { ok: true, body: utf8Text(bytes) ?? { base64: base64.replace(/\s/g, "") } };
}

function textBody(text: string, encoding: string | null | undefined): ReadBody {
  return encoding?.toLowerCase() === "base64" ? decodedBody(text) : { ok: true, body: text };
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
