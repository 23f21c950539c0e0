import type { Exchange } from "../../../exchange/exchange.ts";
import { codeLiteral } from "../codeLiteral.ts";
import type { ExportChunk, ExportFormat } from "../exportFormat.ts";
import { volatileHeaders } from "../volatile/volatilePlaces.ts";
import { mswHandlers } from "./mswHandlers.ts";

type NativeCall = Exchange["native"][number];

/** A native call as the handlers look it up: lists and texts only. `answer` is null where none came. */
function stubbedCall({ request, response }: NativeCall): object {
  const { method, path, body } = request;
  const answer = response && {
    status: response.status,
    headers: response.headers.filter(([name]) => !volatileHeaders.has(name.toLowerCase())),
    body: response.body,
  };
  return { method, path, body, answer };
}

/** Handlers of the native API for Mock Service Worker 2 and 3. */
export const mswFormat: ExportFormat = {
  id: "msw",
  label: "MSW handlers",
  extension: "js",
  kind: "file",
  async *write(exchanges): AsyncGenerator<ExportChunk, void, undefined> {
    const { head, tail } = mswHandlers;
    yield { path: "", text: `${head}const calls = [\n` };
    const routes = new Map<string, { readonly method: string; readonly path: string }>();
    for await (const { native } of exchanges) {
      for (const call of native) {
        const { method, path } = call.request;
        const pathname = path.replace(/[?#].*$/s, "");
        routes.set(`${method} ${pathname}`, { method, path: pathname });
        yield { path: "", text: `  ${codeLiteral(stubbedCall(call))},\n` };
      }
    }
    yield { path: "", text: `];\n${tail([...routes.values()])}` };
  },
};
