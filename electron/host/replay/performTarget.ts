import { bodyBytes } from "../coding/bodyBytes.ts";
import type { PerformContext } from "../compat/exchangeContext.ts";
import { performExchange } from "../compat/exchangeHandler.ts";
import { ownHost, type ReplayTarget, signedHeaders } from "./replayTarget.ts";

/** Handles recorded requests in process as the compat surface would, by the present rules. A recorded fingerprint stands for its key where none is given. */
export function createPerformTarget(context: PerformContext, key: string | undefined): ReplayTarget {
  return {
    seesNative: true,
    async send(recorded, { path, body }) {
      const lines = signedHeaders(recorded, { key });
      const { record } = await performExchange(
        { method: recorded.request.method, path, headers: [ownHost, ...lines], body: bodyBytes(body), end: "complete" },
        { origin: "replayed", parent: recorded.id },
        context,
      );
      return { record };
    },
    close: () => undefined,
  };
}
