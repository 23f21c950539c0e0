import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { Job } from "../../../../../core/contract/jobs.ts";
import type { Replay } from "../../../../../core/contract/replay.ts";
import { client, orpc } from "../../../../client/client.ts";

interface SecondRun {
  /** Its work, once it was begun here. */
  readonly job: Job | undefined;
  readonly isPending: boolean;
  readonly start: (key: string) => void;
}

/** Repeats a replay, and shows what differed between both runs when that has been sent to its end. */
export function useSecondRun({ session }: Replay): SecondRun {
  const [id, setId] = useState<string>();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const job = useQuery(orpc.jobs.list.queryOptions({ enabled: false })).data?.find((each) => each.id === id);
  const starting = useMutation({
    mutationFn: (key: string) => client.replays.again({ session, key }),
    onSuccess: (started) => {
      setId(started.job);
      return cache.invalidateQueries({ queryKey: orpc.replays.key() });
    },
  });
  const other = job?.kind === "replay" && job.state === "done" ? job.result?.session : undefined;
  useEffect(() => {
    if (other === undefined) return;
    const to = { to: "/sessions/$sessionId/$tab", params: { sessionId: session, tab: "compare" } } as const;
    void navigate({ ...to, search: { other, mode: "noise" } });
  }, [other, session, navigate]);
  return { job, isPending: starting.isPending, start: starting.mutate };
}
