import type { IncomingMessage } from "node:http";
import type { CapturedRequest } from "./capturedRequest.ts";
import { headerLines } from "./headerLines.ts";
import { readRequestBody } from "./readRequestBody.ts";

/** What a client writes before the path when it takes this for its proxy (RFC 9112, 3.2.2). */
const absoluteForm = /^https?:\/\/[^/?#]*\/?/i;

/** Takes a request off the wire, with its header lines in their order and case. */
export async function capture(request: IncomingMessage): Promise<CapturedRequest> {
  const { method = "", url = "" } = request;
  const { body, end } = await readRequestBody(request);
  return {
    method,
    path: url.replace(absoluteForm, "/"),
    headers: headerLines(request.rawHeaders),
    body,
    end: end === "complete" && !namesHost(request) ? "malformed" : end,
  };
}

/** HTTP/1.1 cannot do without (RFC 9112, 3.2). */
function namesHost({ headers, httpVersion }: IncomingMessage): boolean {
  return headers.host !== undefined || httpVersion === "1.0";
}
