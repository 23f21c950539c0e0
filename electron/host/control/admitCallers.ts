import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type AccessToken, isToken, tokenCookie } from "./accessToken.ts";
import { type GuardFacts, refuseCaller, refuseStranger } from "./guards.ts";
import { isRpcPath, sendRefusal } from "./refusal.ts";
import { securityHeaders } from "./securityHeaders.ts";

const tokenParameter = "token";

/** Null for what is no address of this listener: a path may be anything that a client sends. */
function addressOf(url: string): URL | null {
  return URL.parse(`http://localhost${url}`);
}

/** Where the page goes on once its token is in the cookie: out of the address bar, the history and every link. */
function addressWithoutToken(url: string): string {
  const address = addressOf(url);
  if (!address) return "/";
  address.searchParams.delete(tokenParameter);
  // A path of "//elsewhere" would be another host to the browser.
  return `${address.pathname.replace(/^\/+/, "/")}${address.search}`;
}

function tokenInAddress(request: FastifyRequest): string | undefined {
  if (request.method !== "GET" || isRpcPath(request.url)) return undefined;
  return addressOf(request.url)?.searchParams.get(tokenParameter) ?? undefined;
}

function admitNewcomer(reply: FastifyReply, token: AccessToken, url: string): FastifyReply {
  return reply
    .header("set-cookie", tokenCookie(token))
    .header("cache-control", "no-store")
    .redirect(addressWithoutToken(url), 303);
}

/** An address that cannot be read at all comes past the hook. */
export function refuseUnreadable(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(securityHeaders);
  sendRefusal(request, reply, { status: 400, code: "BAD_REQUEST", message: "This address cannot be read." });
}

/** One hook in front of every route, stream and unknown path. */
export function admitCallers(app: FastifyInstance, tokenValue: string): { listensOn(port: number): void } {
  let facts: GuardFacts | undefined;

  app.addHook("onRequest", async (request, reply) => {
    reply.headers(securityHeaders);
    if (!facts) return reply.code(503).send();
    const refusal = refuseCaller(request, facts);
    if (refusal) return sendRefusal(request, reply, refusal);
    if (isToken(facts.token, tokenInAddress(request))) return admitNewcomer(reply, facts.token, request.url);
    const stranger = refuseStranger(request, facts);
    if (stranger) return sendRefusal(request, reply, stranger);
  });

  return {
    listensOn(port) {
      facts = { port, token: { value: tokenValue, cookieName: `compat-workbench-${port}` } };
    },
  };
}
