import type { FastifyInstance } from "fastify";
import { createNonce, pagePolicy } from "../securityHeaders.ts";

const noncePlaceholder = "__CSP_NONCE__";

/**
 * Hands page requests on to vite's development server. The browser sees only the guarded listener, so token, Host and Origin are checked
 * as in what is built; the policy is wider by vite's inline preamble (with the nonce) and by its socket for reloads.
 */
export function serveDevelopmentPage(app: FastifyInstance, vite: URL): void {
  app.get("/*", async (request, reply) => {
    const answer = await fetch(new URL(request.url, vite), {
      headers: { accept: request.headers.accept ?? "*/*" },
      redirect: "manual",
    });
    const type = answer.headers.get("content-type") ?? "application/octet-stream";
    reply.code(answer.status).type(type).header("cache-control", "no-store");
    if (!type.startsWith("text/html")) return reply.send(Buffer.from(await answer.arrayBuffer()));
    const nonce = createNonce();
    const extras = { scripts: [`'nonce-${nonce}'`], connections: [`ws://${vite.host}`] };
    reply.header("content-security-policy", pagePolicy(nonce, extras));
    return reply.send((await answer.text()).replaceAll(noncePlaceholder, nonce));
  });
}
