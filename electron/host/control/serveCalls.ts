import { ORPCError } from "@orpc/server";
import { RPCHandler } from "@orpc/server/fastify";
import type { FastifyInstance } from "fastify";
import { faultMessage } from "../../../core/faultMessage.ts";
import type { ControlContext } from "./controlContext.ts";
import { router } from "./router.ts";

/** Comments on an idle stream, so that both ends notice when the other is gone. Milliseconds. */
const heartbeatInterval = 5000;

/** Serves the contract below /rpc. */
export function serveCalls(app: FastifyInstance, context: ControlContext, log: (line: string) => void): void {
  const calls = new RPCHandler<ControlContext>(router, {
    eventIteratorKeepAliveInterval: heartbeatInterval,
    clientInterceptors: [
      async ({ next, path, signal }) => {
        try {
          return await next();
        } catch (error) {
          if (error instanceof ORPCError) throw error;
          // Faults of the store carry user text; it goes to the one person who may ask here anyway.
          const message = faultMessage(error);
          // Whoever went away before the answer misses none.
          if (!signal?.aborted) log(`${path.join(".")}: ${message}`);
          throw new ORPCError("INTERNAL_SERVER_ERROR", { message, cause: error });
        }
      },
    ],
  });

  app.all("/rpc/*", async (request, reply) => {
    reply.header("cache-control", "no-store");
    const { matched } = await calls.handle(request, reply, { prefix: "/rpc", context });
    if (!matched)
      await reply
        .code(404)
        .send({ json: { defined: false, code: "NOT_FOUND", status: 404, message: "There is no such call." } });
  });
}
