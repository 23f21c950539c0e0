import { useQuery } from "@tanstack/react-query";
import { orpc } from "../../../client/client.ts";
import { LearnButton } from "../replay/learn/LearnButton.tsx";

/** The way to a second run, where a session holds the answers of a replay. */
export function LearnFrom({ session }: { session: string }) {
  const replays = useQuery(orpc.replays.list.queryOptions({ input: { session } })).data;
  const replay = replays?.find((each) => each.session === session);
  return replay ? <LearnButton replay={replay} label="Replay once more" /> : null;
}
