import type { IncomingMessage } from "node:http";
import type { CapturedRequest } from "../capturedRequest.ts";
import { headerLines } from "../headerLines.ts";
import { readRequestBody } from "./readRequestBody.ts";

/** Takes a request off the wire, with its header lines in their order and case. */
export async function capture(request: IncomingMessage): Promise<CapturedRequest> {
  const { method = "", url = "" } = request;
  const { body, end } = await readRequestBody(request);
  return { method, path: url, headers: headerLines(request.rawHeaders), body, end };
}
