import { readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createNonce, pagePolicy } from "../securityHeaders.ts";

const noncePlaceholder = "__CSP_NONCE__";
const hashedFolder = `${sep}assets${sep}`;

/** Serves the built renderer: files whose names carry their hash are kept by the browser for good, the page itself never. */
export function serveBuiltPage(app: FastifyInstance, folder: string): void {
  const sendPage = async (_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const template = await readFile(join(folder, "index.html"), "utf8").catch((cause: unknown) => {
      throw new Error(`The page of the workbench is not built: there is no index.html in ${folder}.`, { cause });
    });
    const nonce = createNonce();
    return reply
      .header("content-security-policy", pagePolicy(nonce, { scripts: [], connections: [] }))
      .header("cache-control", "no-store")
      .type("text/html; charset=utf-8")
      .send(template.replaceAll(noncePlaceholder, nonce));
  };

  app.register(fastifyStatic, {
    root: folder,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const caching = path.includes(hashedFolder) ? "public, max-age=31536000, immutable" : "no-cache";
      reply.header("cache-control", caching);
    },
  });
  app.get("/", sendPage);
  app.get("/index.html", sendPage);
  // Every other path is a place within the page (/traffic/ex_…), unless it names a file that is not there.
  app.setNotFoundHandler((request, reply) =>
    request.method === "POST" || request.url.startsWith("/assets/")
      ? reply.code(404).type("text/plain").send("Not found\n")
      : sendPage(request, reply),
  );
}
