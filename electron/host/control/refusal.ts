import type { FastifyReply, FastifyRequest } from "fastify";

/** Why a request is turned away. `code` is oRPC's name for it, so that the page's client can tell. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export const isRpcPath = (url: string): boolean => url === "/rpc" || url.startsWith("/rpc/") || url.startsWith("/rpc?");

const plainPage = ({ message }: Refusal): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Compat Workbench</title><h1>Compat Workbench</h1><p>${message}</p></html>
`;

/** Calls get the error their client understands, a person gets a page to read. */
export function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  reply.code(refusal.status).header("cache-control", "no-store").header("connection", "close");
  if (!isRpcPath(request.url)) return reply.type("text/html; charset=utf-8").send(plainPage(refusal));
  return reply.send({ json: { defined: false, ...refusal } });
}
