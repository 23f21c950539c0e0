import { useQuery } from "@tanstack/react-query";
import { createContext, use, useSyncExternalStore } from "react";
import type { Status } from "../../core/contract/events.ts";
import { orpc } from "../client/client.ts";
import type { Connection } from "./connection.ts";
import type { Live } from "./startLive.ts";

export const LiveContext = createContext<Live | undefined>(undefined);

export function useConnection(): Connection {
  const live = use(LiveContext);
  if (!live) throw new Error("useConnection is used outside of LiveContext.");
  return useSyncExternalStore(live.subscribe, live.connection);
}

/** The status as the stream last said it; undefined before its first word. */
export function useStatusOnceKnown(): Status | undefined {
  return useQuery(orpc.workbench.status.queryOptions({ enabled: false })).data;
}

/** The status, in all that is shown once the stream is open. */
export function useStatus(): Status {
  const status = useStatusOnceKnown();
  if (!status) throw new Error("useStatus is used before the stream is open.");
  return status;
}
