import type { Status } from "../../../core/contract/events.ts";
import { version } from "../../version.ts";
import type { ControlContext } from "./controlContext.ts";

/** What the frame shows at all times, read afresh. */
export function readStatus({ store, compatUrl, nativeUrl, hasLiveKey }: ControlContext): Status {
  const session = store.sessions.get(store.sessions.openId);
  if (!session) throw new Error(`The open session ${store.sessions.openId} is not in the store.`);
  return {
    version,
    compatUrl,
    nativeUrl,
    dataDir: store.dataDir,
    session,
    settings: store.settings.get(),
    hasLiveKey: hasLiveKey(),
    notices: [...store.notices],
  };
}
