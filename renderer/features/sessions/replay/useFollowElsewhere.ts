import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Replay } from "../../../../core/contract/replay.ts";
import { followReplays } from "../../../live/hostEventTable.ts";

const everyMs = 2000;

/** No event tells what another process does: while one sends a replay it is read again every moment, and once more at its end. */
export function useFollowElsewhere(replays: readonly Replay[] | undefined): void {
  const cache = useQueryClient();
  const isElsewhere = replays?.some(({ isUnderWayElsewhere }) => isUnderWayElsewhere) ?? false;
  useEffect(() => {
    if (!isElsewhere) return;
    const timer = setInterval(() => followReplays(cache), everyMs);
    return () => {
      clearInterval(timer);
      followReplays(cache);
    };
  }, [cache, isElsewhere]);
}
