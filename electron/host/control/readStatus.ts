import type { Status } from "../../../core/contract/events.ts";
import type { Session } from "../../../core/exchange/exchange.ts";
import { version } from "../../version.ts";
import type { Store } from "../store/store.ts";
import type { ControlContext } from "./controlContext.ts";

/** What the frame shows at all times, read afresh. */
export function readStatus({
  store,
  compatUrl,
  nativeUrl,
  hasLiveKey,
  recordingLog,
  statusSignal,
}: ControlContext): Status {
  return {
    version,
    compatUrl,
    nativeUrl,
    dataDir: store.dataDir,
    startedAt: store.openedAt,
    session: openSession(store),
    unkept: store.unkept.count(),
    removals: statusSignal.removals,
    settings: store.settings.get(),
    hasLiveKey: hasLiveKey(),
    recordingFault: recordingLog.fault,
    unsearched: store.searchProgress.left(),
    notices: [...store.notices],
  };
}

/** The session that is recorded into, with its counts. */
export function openSession({ sessions }: Store): Session {
  const session = sessions.get(sessions.openId);
  if (!session) throw new Error(`The open session ${sessions.openId} is not in the store.`);
  return session;
}
