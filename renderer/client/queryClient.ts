import { notifications } from "@mantine/notifications";
import { ORPCError } from "@orpc/client";
import { MutationCache, QueryClient } from "@tanstack/react-query";
import { describeError } from "./describeError.ts";

/** Nothing goes stale by itself: the host pushes every change (see `live/hostEventTable.ts`). */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: "always",
        retry: (count, error) => !(error instanceof ORPCError) && count < 2,
      },
      mutations: { networkMode: "always" },
    },
    mutationCache: new MutationCache({
      onError: (error) => {
        const { title, detail } = describeError(error);
        notifications.show({ color: "red", title, message: detail });
      },
    }),
  });
}
