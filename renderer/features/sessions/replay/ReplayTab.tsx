import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import type { Session } from "../../../../core/exchange/exchange.ts";
import { orpc } from "../../../client/client.ts";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { NewReplay } from "./NewReplay.tsx";
import { ReplayResults } from "./results/ReplayResults.tsx";
import { useFollowElsewhere } from "./useFollowElsewhere.ts";

/** Sends the session again, and shows what came of it. */
export function ReplayTab({ session }: { session: Session }) {
  const { replay: chosen } = useSearch({ from: "/sessions/$sessionId/$tab" });
  // A command may have begun or ended one since.
  const replays = useQuery(orpc.replays.list.queryOptions({ input: { session: session.id }, staleTime: 0 }));
  useFollowElsewhere(replays.data);
  if (replays.isError) return <ErrorState error={replays.error} onRetry={() => void replays.refetch()} />;
  if (replays.isPending) return null;
  const replay = replays.data.find((each) => each.session === chosen);
  return replay ? (
    <ReplayResults key={replay.session} replay={replay} session={session} />
  ) : (
    <NewReplay session={session} replays={replays.data} />
  );
}
