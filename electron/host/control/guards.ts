import type { IncomingHttpHeaders } from "node:http";
import { type AccessToken, cookieValue, isToken } from "./accessToken.ts";
import type { Refusal } from "./refusal.ts";

/** A request as far as the guards look at it. */
export interface Caller {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

export interface GuardFacts {
  readonly port: number;
  readonly token: AccessToken;
}

/** Answers with why a request is refused, or undefined to let it pass. */
type Guard = (caller: Caller, facts: GuardFacts) => Refusal | undefined;

const loopbackNames = ["127.0.0.1", "localhost", "[::1]"];
const readMethods = ["GET", "HEAD"];

/**
 * Only what the page uses. Above all no OPTIONS: a preflight that is never answered keeps every request that needs one (a foreign JSON
 * body, a foreign header) from being sent at all.
 */
const refuseMethod: Guard = ({ method }) =>
  readMethods.includes(method) || method === "POST"
    ? undefined
    : { status: 405, code: "METHOD_NOT_SUPPORTED", message: `This address takes no ${method} requests.` };

/**
 * DNS rebinding (mitmweb, CVE-2025-23217): a foreign name that is made to resolve to 127.0.0.1 turns a foreign page into a same-origin one,
 * cookies and all rules of the browser included. Its requests still carry the foreign name in `Host`.
 */
const refuseHost: Guard = ({ headers }, { port }) =>
  loopbackNames.some((name) => headers.host === `${name}:${port}`)
    ? undefined
    : { status: 403, code: "FORBIDDEN", message: "The workbench answers only under its own loopback address." };

/**
 * Pages of other sites that load from or send to this listener (mitmweb, CVE-2018-14505; Mockoon, GHSA-rqx4-3f6q-3x2v, where any website read
 * logs and rewrote routes). Also `same-site`: to a browser every port of localhost is the same site, and gets the cookie.
 */
const refuseForeignSite: Guard = ({ headers }) => {
  const site = headers["sec-fetch-site"];
  return site === undefined || site === "same-origin" || site === "none"
    ? undefined
    : {
        status: 403,
        code: "FORBIDDEN",
        message: "Another site asked for this. Open the workbench's address directly.",
      };
};

/**
 * The same threats where a browser sends no `Sec-Fetch-Site`, and forms that are posted across sites. Browsers send `Origin` with every POST
 * and every cross-origin fetch; only plain reads of the page's own come without.
 */
const refuseForeignOrigin: Guard = ({ method, headers }) => {
  const { origin, host } = headers;
  if (origin === `http://${host}` || (origin === undefined && readMethods.includes(method))) return undefined;
  return { status: 403, code: "FORBIDDEN", message: "Only the workbench's own page may ask for this." };
};

/**
 * Requests that a browser sends without asking first (forms, `sendBeacon`, `no-cors` fetches) have one of three content types. Those of a call (JSON) and of
 * a file that is imported are none of them, so a body that passes here came from a script that was allowed to send it.
 */
const refuseContentType: Guard = ({ method, headers }) =>
  method !== "POST" || /^application\/(?:json|octet-stream)\s*(;|$)/i.test(headers["content-type"] ?? "")
    ? undefined
    : { status: 415, code: "UNSUPPORTED_MEDIA_TYPE", message: "Send application/json." };

/** Before the token is looked at, so that whoever is refused here learns nothing about it. */
const guards: readonly Guard[] = [refuseHost, refuseMethod, refuseForeignSite, refuseForeignOrigin, refuseContentType];

export function refuseCaller(caller: Caller, facts: GuardFacts): Refusal | undefined {
  for (const guard of guards) {
    const refusal = guard(caller, facts);
    if (refusal) return refusal;
  }
  return undefined;
}

/**
 * Everything else that reaches loopback: programs of other users of the machine, containers that share its network, pages that a browser
 * bug lets through. They cannot know the token of this launch.
 */
export function refuseStranger({ headers }: Caller, { token }: GuardFacts): Refusal | undefined {
  return isToken(token, cookieValue(headers.cookie, token.cookieName))
    ? undefined
    : {
        status: 401,
        code: "UNAUTHORIZED",
        message:
          "Open the address that the workbench printed on the terminal when it started; it contains the token of this launch.",
      };
}
