import type { Json } from "../json/json.ts";
import { type EndpointId, endpoints } from "../klaviyo/endpoints.ts";
import { errorDocument, type Problem } from "../klaviyo/problem.ts";
import type { NativeAnswer } from "../native/nativeCall.ts";
import { answerDocument, countAt } from "./answerDocument.ts";
import { answerForms } from "./answerForms.ts";
import { withFieldset } from "./fieldset.ts";
import { nativeProblems } from "./nativeProblems.ts";

/** `path` is the request's as sent, with its query; `origin` that of the compat surface; `now` the time of receipt, ISO 8601 UTC. */
export interface ResponseContext {
  readonly requestId: string;
  readonly path: string;
  readonly origin: string;
  readonly now: string;
}

export interface KlaviyoResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json | undefined;
  /** What the errors of the body say; empty for a success. */
  readonly problems: readonly Problem[];
}

const contentType = { "Content-Type": "application/vnd.api+json" };

/**
 * Turns the native answers to a request into what its Klaviyo client gets. Any refused native call makes it an error, also the upsert that follows an
 * accepted event: its loss must not go unseen, and a repeated event with its `unique_id` makes no second one. `answers` may be empty when the
 * calls of a bulk request are still to come.
 */
export function respond(
  endpoint: EndpointId,
  document: Json,
  answers: readonly NativeAnswer[],
  context: ResponseContext,
): KlaviyoResponse {
  const problems = nativeProblems(endpoint, document, answers);
  const [first] = problems;
  if (first) {
    const wait = first.code === "throttled" ? { "Retry-After": String(first.facts?.seconds) } : {};
    return { ...errorDocument(problems, context.requestId), headers: { ...contentType, ...wait }, problems };
  }
  const form = answerForms[endpoint];
  const { origin, path, requestId, now } = context;
  const job = `job_${requestId.replaceAll("-", "")}`;
  const source = {
    answer: answers[0]?.body ?? null,
    sent: document,
    context: { now, job, total: countAt(document, form.counts.split(".")) },
  };
  const texts = { self: origin + path, base: origin + resourcePath(endpoint, path) };
  const body = withFieldset(answerDocument(form, source, texts), path);
  return { status: endpoints[endpoint].successStatus, headers: contentType, body, problems };
}

/** The path of the resource in the form that the client used: without its query, doubled and trailing slashes. */
function resourcePath(endpoint: EndpointId, path: string): string {
  const plain = (path.split("?")[0] ?? "").replace(/\/{2,}/g, "/");
  return plain.slice(0, plain.lastIndexOf(endpoint) + endpoint.length);
}
