import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Settings } from "../../../core/contract/settings.ts";
import { orpc } from "../../client/client.ts";

/** Defines and removes keys; the list changes as soon as the host agrees. */
export function useKeyMutations() {
  const cache = useQueryClient();
  const change = (keys: (before: Settings["keys"]) => Settings["keys"]) =>
    cache.setQueryData(
      orpc.workbench.status.queryKey(),
      (status) => status && { ...status, settings: { ...status.settings, keys: keys(status.settings.keys) } },
    );
  return {
    add: useMutation(
      orpc.settings.addKey.mutationOptions({
        onSuccess: (key) =>
          change((before) => [...before.filter(({ fingerprint }) => fingerprint !== key.fingerprint), key]),
      }),
    ),
    remove: useMutation(
      orpc.settings.removeKey.mutationOptions({
        onSuccess: (_nothing, { fingerprint }) =>
          change((before) => before.filter((key) => key.fingerprint !== fingerprint)),
      }),
    ),
  };
}
