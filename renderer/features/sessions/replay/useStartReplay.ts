import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReplaySettings, ReplayTargetChoice } from "../../../../core/contract/replay.ts";
import { client, orpc } from "../../../client/client.ts";

/** Starts and resumes replays of a session, and shows the one that was started. */
export function useStartReplay(session: string) {
  const navigate = useNavigate();
  const cache = useQueryClient();
  const show = async ({ session: answers }: { session: string }) => {
    await cache.invalidateQueries({ queryKey: orpc.replays.key() });
    await navigate({ to: ".", search: (before) => ({ ...before, replay: answers }) });
  };
  const starting = useMutation({
    mutationFn: ({ settings, key }: { settings: ReplaySettings; key: string }) =>
      client.replays.start({ session, settings, key }),
    onSuccess: show,
  });
  const resuming = useMutation({
    mutationFn: ({ answers, key }: { answers: string; key: string }) =>
      client.replays.resume({ session: answers, key }),
    onSuccess: show,
  });
  return {
    start: (settings: ReplaySettings, key: string) => starting.mutate({ settings, key }),
    resume: (answers: string, key: string) => resuming.mutate({ answers, key }),
    isPending: starting.isPending || resuming.isPending,
  };
}

/** Notes that a person agreed to a target that is not this machine. */
export function useArm(session: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (target: ReplayTargetChoice) => client.replays.arm({ session, target }),
    onSuccess: () => cache.invalidateQueries({ queryKey: orpc.replays.plan.key() }),
  });
}
