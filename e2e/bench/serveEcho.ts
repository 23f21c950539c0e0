import { createServer } from "node:http";
import type { Json } from "../../core/json/json.ts";

/** A request as it came, its JSON parsed and written again, and how to answer it. */
interface Echo {
  readonly body: Buffer;
  readonly document: Json;
  readonly text: string;
  answer(text: string): void;
}

/** Serves on a free port of this machine and prints the address. */
export function serveEcho(handle: (echo: Echo) => void): void {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const answer = (text: string) => response.writeHead(202, { "content-type": "application/json" }).end(text);
      const document: Json = JSON.parse(body.toString());
      handle({ body, document, text: JSON.stringify(document), answer });
    });
  });
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    if (address !== null && typeof address === "object") process.stdout.write(`http://127.0.0.1:${address.port}/\n`);
  });
}
