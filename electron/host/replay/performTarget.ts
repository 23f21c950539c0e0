import type { PerformContext } from "../exchange/exchangeContext.ts";
import { performExchange } from "../exchangeHandler.ts";
import { bodyBytes } from "../import/bodyBytes.ts";
import { ownHost, type ReplayTarget, withCredential, withoutConnection } from "./replayTarget.ts";

/** Handles recorded requests in process as the compat surface would, by the present rules. A recorded fingerprint stands for its key where none is given. */
export function createPerformTarget(context: PerformContext, key: string | undefined): ReplayTarget {
  return {
    seesNative: true,
    async send(recorded, { path, body }) {
      const { method, headers } = recorded.request;
      const lines = withCredential(withoutConnection(headers), (scheme, print) => `${scheme} ${key ?? print}`);
      const { record } = await performExchange(
        { method, path, headers: [ownHost, ...lines], body: bodyBytes(body), end: "complete" },
        { origin: "replayed", parent: recorded.id },
        context,
      );
      return { record };
    },
    close: () => undefined,
  };
}
