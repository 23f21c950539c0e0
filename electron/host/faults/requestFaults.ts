import { setTimeout } from "node:timers/promises";
import { describeFaults } from "../../../core/faults/describeFaults.ts";
import type { DrawnFaults } from "../../../core/faults/FaultDraw.ts";
import type { FaultOf } from "../../../core/faults/faultPlan.ts";
import type { Problem, ProblemCode } from "../../../core/klaviyo/problem.ts";
import type { Finding } from "../../../core/translation/finding.ts";
import type { Answer, Delivery } from "../capturedRequest.ts";
import type { Upstream } from "../upstream/upstream.ts";
import { failingUpstream, repeatingUpstream } from "./faultyUpstream.ts";

const problemCodes: Readonly<Record<FaultOf<"refuse">["status"], ProblemCode>> = {
  401: "invalid-key",
  403: "missing-scope",
  429: "throttled",
  500: "server-error",
  502: "upstream-unreachable",
  503: "unavailable",
  504: "upstream-timeout",
};

const defaultRetryAfter = 60;

/** What goes wrong on purpose with one request, stage by stage of its way. */
export class RequestFaults {
  readonly #drawn: DrawnFaults;
  readonly #plan: string;
  readonly #closing: AbortSignal;
  readonly #nativeErrors: string[] = [];

  /** `plan` is its name. */
  constructor(drawn: DrawnFaults, plan: string, closing: AbortSignal) {
    this.#drawn = drawn;
    this.#plan = plan;
    this.#closing = closing;
  }

  /** Lets the time of a late answer pass, or what a close leaves of it. */
  async holdBack(): Promise<void> {
    const { delayMs } = this.#drawn;
    if (delayMs === 0) return;
    await setTimeout(delayMs, undefined, { signal: this.#closing }).catch(() => undefined);
  }

  /** Why the request is not even looked at. */
  refusal(): { readonly problem: Problem; readonly headers: [string, string][] } | undefined {
    const { refuse, reset } = this.#drawn;
    if (reset?.at === "request") return { problem: { code: "connection-reset", pointer: "/data/" }, headers: [] };
    if (!refuse) return undefined;
    const { status, retryAfterSeconds = status === 429 ? defaultRetryAfter : undefined } = refuse;
    const facts = { seconds: retryAfterSeconds ?? 0, limit: "on purpose", scope: "events:write" };
    return {
      problem: { code: problemCodes[status], pointer: status === 429 ? "/data" : "/data/", facts },
      headers: retryAfterSeconds === undefined ? [] : [["Retry-After", String(retryAfterSeconds)]],
    };
  }

  upstream(upstream: Upstream): Upstream {
    const { native, repeat } = this.#drawn;
    const repeated = repeat ? repeatingUpstream(upstream) : upstream;
    if (!native) return repeated;
    return failingUpstream(repeated, () => {
      const error = native();
      if (error !== undefined) this.#nativeErrors.push(error);
      return error;
    });
  }

  /** The answer as it leaves. */
  answer(answer: Answer): Answer {
    const { malform, reset, drip } = this.#drawn;
    const malformed = malform ? { ...answer, ...malformedBody(answer, malform.body) } : answer;
    const delivery: Delivery | undefined = reset
      ? { kind: "reset", after: reset.at === "half" ? "half" : reset.at === "end" ? "all" : "nothing" }
      : drip && { kind: "drip", bytesPerSecond: drip.bytesPerSecond };
    return delivery ? { ...malformed, delivery } : malformed;
  }

  /** Whether the client gets not one byte. */
  get isUnanswered(): boolean {
    return this.#drawn.reset?.at === "request" || this.#drawn.reset?.at === "answer";
  }

  /** What an exchange says of them, once it is carried out. */
  findings(): Finding[] {
    return describeFaults(this.#drawn, this.#plan, this.#nativeErrors);
  }
}

const otherShape = '{"data":{"type":"surprise","id":0,"attributes":[]}}';
const htmlPage =
  "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>";

function malformedBody(answer: Answer, how: FaultOf<"malform">["body"]): Pick<Answer, "headers" | "body"> {
  const bodies = {
    truncated: answer.body.slice(0, answer.body.length / 2),
    html: htmlPage,
    empty: "",
    "other-shape": otherShape,
  };
  const body = bodies[how];
  const type = how === "html" ? "text/html; charset=utf-8" : "application/vnd.api+json";
  const kept = answer.headers.filter(([name]) => !/^content-(?:type|length)$/i.test(name));
  return { body, headers: [["Content-Type", type], ["Content-Length", String(Buffer.byteLength(body))], ...kept] };
}
