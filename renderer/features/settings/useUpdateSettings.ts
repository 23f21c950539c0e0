import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Settings } from "../../../core/contract/settings.ts";
import { orpc } from "../../client/client.ts";

/** Changes settings: shown at once, and taken back when the host refuses. */
export function useUpdateSettings() {
  const cache = useQueryClient();
  const key = orpc.workbench.status.queryKey();
  const show = (settings: Partial<Settings>) =>
    cache.setQueryData(key, (status) => status && { ...status, settings: { ...status.settings, ...settings } });
  return useMutation(
    orpc.settings.update.mutationOptions({
      onMutate: (change) => {
        const before = cache.getQueryData(key)?.settings;
        show(definedOf(change));
        return { before };
      },
      onError: (_error, _change, context) => {
        if (context?.before) show(context.before);
      },
      onSuccess: show,
    }),
  );
}

/** A change without the settings that it names as undefined: those stay as they are. */
function definedOf(change: { [Name in keyof Settings]?: Settings[Name] | undefined }): Partial<Settings> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
