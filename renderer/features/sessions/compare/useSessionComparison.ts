import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { SessionComparison } from "../../../../core/contract/comparison.ts";
import { orpc } from "../../../client/client.ts";
import { dismissFinished } from "../dismissFinished.ts";

export interface SessionComparing {
  /** Id of the work, for questions about its pairs. */
  readonly id: string | undefined;
  readonly result: SessionComparison | undefined;
  /** A newer comparison is under way; what is shown is the one before. */
  readonly isStale: boolean;
  readonly error: Error | null;
  readonly again: () => void;
}

/** Compares two sessions, again when the rules or the sessions have changed. What was found before stays until then. */
export function useSessionComparison(left: string, right: string): SessionComparing {
  const start = useQuery({
    ...orpc.comparison.startSessions.queryOptions({ input: { left, right } }),
    gcTime: 0,
  });
  const id = start.data?.id;
  const found = useQuery({
    ...orpc.comparison.sessions.queryOptions({ input: { id: id ?? "" }, enabled: id !== undefined }),
    placeholderData: keepPreviousData,
  });
  const isThere = found.isSuccess && !found.isPlaceholderData;
  useEffect(() => {
    if (isThere && id !== undefined) dismissFinished(id);
  }, [isThere, id]);
  const isOfThese = found.data?.left === left && found.data.right === right;
  return {
    id,
    result: isOfThese ? found.data : undefined,
    isStale: found.isPlaceholderData || start.isFetching,
    error: start.error ?? found.error,
    again: () => void start.refetch(),
  };
}
