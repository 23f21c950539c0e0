import { setTimeout } from "node:timers/promises";
import type { Headers } from "../../../core/exchange/exchange.ts";
import { headerValue } from "../../../core/exchange/headers.ts";
import { describeFaults } from "../../../core/faults/describeFaults.ts";
import type { DrawnFaults } from "../../../core/faults/FaultDraw.ts";
import type { FaultOf } from "../../../core/faults/faultPlan.ts";
import { invalidKey, readAuthorization } from "../../../core/klaviyo/authorization.ts";
import type { Problem } from "../../../core/klaviyo/problem.ts";
import type { Route } from "../../../core/klaviyo/route.ts";
import type { Finding } from "../../../core/translation/finding.ts";
import { authenticationChallenge } from "../access/identifyCaller.ts";
import type { Upstream } from "../upstream/upstream.ts";
import type { Answer, CapturedRequest, Delivery } from "../wire/capturedRequest.ts";
import { failingUpstream, repeatingUpstream } from "./faultyUpstream.ts";

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
  refusal(captured: CapturedRequest, route: Route): Refusal | undefined {
    const { refuse, reset } = this.#drawn;
    if (reset?.at === "request") return { problem: { code: "connection-reset", pointer: "/data/" }, headers: [] };
    if (!refuse) return undefined;
    const { status, retryAfterSeconds = status === 429 ? defaultRetryAfter : undefined } = refuse;
    const wait: Headers = retryAfterSeconds === undefined ? [] : [["Retry-After", String(retryAfterSeconds)]];
    return {
      problem: refusalProblem(status, captured, route, retryAfterSeconds),
      headers: status === 401 ? [...authenticationChallenge, ...wait] : wait,
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

interface Refusal {
  readonly problem: Problem;
  readonly headers: Headers;
}

/** The problem by which the surface itself would refuse with such a status. */
function refusalProblem(
  status: FaultOf<"refuse">["status"],
  { headers }: CapturedRequest,
  route: Route,
  seconds: number | undefined,
): Problem {
  const pointer = "/data/";
  switch (status) {
    case 401: {
      const authorization = readAuthorization(headerValue(headers, "authorization"));
      return authorization.ok ? invalidKey(authorization.scheme) : authorization.problem;
    }
    case 403: {
      const scope = route.kind === "endpoint" ? route.endpoint.scope : `${route.resource}:write`;
      return { code: "missing-scope", pointer, facts: { scope } };
    }
    case 429:
      return { code: "throttled", pointer: "/data", ...(seconds !== undefined && { facts: { seconds } }) };
    case 500:
      return { code: "server-error", pointer };
    case 502:
      return { code: "upstream-unreachable", pointer };
    case 503:
      return { code: "unavailable", pointer };
    case 504:
      return { code: "upstream-timeout", pointer };
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
