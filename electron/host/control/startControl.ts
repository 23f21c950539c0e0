import { fastify } from "fastify";
import { listenFault } from "../portInUse.ts";
import { createToken } from "./accessToken.ts";
import { admitCallers, refuseUnreadable } from "./admitCallers.ts";
import { commitWrites } from "./commitWrites.ts";
import type { ControlContext } from "./controlContext.ts";
import { giveExports } from "./files/giveExports.ts";
import { takeImports } from "./files/takeImports.ts";
import { serveBuiltPage } from "./page/builtPage.ts";
import { serveDevelopmentPage } from "./page/developmentPage.ts";
import { serveCalls } from "./serveCalls.ts";

export interface ControlOptions extends Omit<ControlContext, "commit" | "closing"> {
  /** 0 takes a free port. */
  readonly port: number;
  /** Made anew when absent. */
  readonly token?: string | undefined;
  /** Folder of the built renderer, or the address of vite's development server. */
  readonly renderer: string | URL;
  /** For faults: one line each. */
  readonly log: (line: string) => void;
}

export interface Control {
  /** The address to open, with the token of this launch. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Bodies of composed requests come as JSON text within JSON, so this is well above the largest request of the compat surface. */
const bodyLimit = 32 * 1024 * 1024;

/** Starts the listener of the page and its calls. Rejects with `Unavailable` when the port cannot be had. */
export async function startControl(options: ControlOptions): Promise<Control> {
  const app = fastify({ bodyLimit, forceCloseConnections: true, frameworkErrors: refuseUnreadable });
  const closing = new AbortController();
  const tokenValue = options.token ?? createToken();

  app.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) options.log(`control: ${error.message}`);
    return reply.code(status).type("text/plain").send(`${error.message}\n`);
  });
  const admission = admitCallers(app, tokenValue);
  const commit = commitWrites(options.store, options.recordingLog);
  const context: ControlContext = { ...options, commit, closing: closing.signal };
  serveCalls(app, context, options.log);
  takeImports(app, context);
  giveExports(app, context);
  if (options.renderer instanceof URL) serveDevelopmentPage(app, options.renderer);
  else serveBuiltPage(app, options.renderer);

  try {
    await app.listen({ host: "127.0.0.1", port: options.port });
  } catch (fault) {
    throw listenFault(fault, options.port, "--control-port");
  }
  const address = app.server.address();
  if (address === null || typeof address === "string") throw new Error("The control listener has no port.");
  const { port } = address;
  admission.listensOn(port);

  return {
    url: `http://127.0.0.1:${port}/?token=${tokenValue}`,
    port,
    async close() {
      closing.abort();
      await app.close();
    },
  };
}
