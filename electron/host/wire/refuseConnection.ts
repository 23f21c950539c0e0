import { stringifyJson } from "../../../core/json/json.ts";
import { errorDocument, type ProblemCode } from "../../../core/klaviyo/problem.ts";
import { newRequestId } from "../ids.ts";
import type { Answer } from "./capturedRequest.ts";
import type { Refusal } from "./connection.ts";
import { isolation } from "./isolation.ts";

const problems: Readonly<Record<Refusal, ProblemCode>> = {
  malformed: "malformed-http",
  "timed-out": "request-timeout",
  "headers-too-large": "headers-too-large",
};

/** The answer to bytes that are no request. Whom they were for is not known either, so it is the compat surface's. */
export function refuseConnection(refusal: Refusal): Answer {
  const requestId = newRequestId();
  const { status, body } = errorDocument([{ code: problems[refusal], pointer: "/data/" }], requestId);
  const text = stringifyJson(body);
  return {
    status,
    headers: [
      ["Content-Type", "application/vnd.api+json"],
      ["Content-Length", String(Buffer.byteLength(text))],
      ["X-Klaviyo-Req-Id", requestId],
      ...isolation,
    ],
    body: text,
  };
}
