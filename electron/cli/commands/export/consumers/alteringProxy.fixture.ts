import { createServer, request as sendRequest } from "node:http";
import { text } from "node:stream/consumers";

export interface AlteringProxy extends AsyncDisposable {
  readonly url: string;
}

/** Passes requests on to `origin` as they are, and changes `from` to `to` in each answer. */
export async function alteringProxy(origin: string, from: string, to: string): Promise<AlteringProxy> {
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    const passedOn = sendRequest(`${origin}${url}`, { method, headers, agent: false }, async (answer) => {
      const { "content-length": _, ...kept } = answer.headers;
      response.writeHead(answer.statusCode ?? 500, kept).end((await text(answer)).replaceAll(from, to));
    });
    passedOn.on("error", (fault) => response.destroy(fault));
    request.pipe(passedOn);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
