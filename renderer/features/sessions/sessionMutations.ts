import { useMutation, useQueryClient } from "@tanstack/react-query";
import { orpc } from "../../client/client.ts";

/** What can be done with sessions. The host's stream then says which one is open; the list is read again at once. */
export function useSessionMutations() {
  const cache = useQueryClient();
  const onSettled = () => cache.invalidateQueries({ queryKey: orpc.sessions.key() });
  return {
    create: useMutation(orpc.sessions.create.mutationOptions({ onSettled })),
    open: useMutation(orpc.sessions.open.mutationOptions({ onSettled })),
    update: useMutation(orpc.sessions.update.mutationOptions({ onSettled })),
    remove: useMutation(orpc.sessions.remove.mutationOptions({ onSettled })),
    restore: useMutation(orpc.sessions.restore.mutationOptions({ onSettled })),
    copy: useMutation(orpc.sessions.copy.mutationOptions()),
    split: useMutation(orpc.sessions.split.mutationOptions()),
    join: useMutation(orpc.sessions.join.mutationOptions()),
    keepUnkept: useMutation(orpc.sessions.keepUnkept.mutationOptions({ onSettled })),
    clearUnkept: useMutation(orpc.sessions.clearUnkept.mutationOptions({ onSettled })),
  };
}
