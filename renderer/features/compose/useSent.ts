import { useQuery } from "@tanstack/react-query";
import { headOptions, itemOptions } from "../exchange/exchangeQueries.ts";
import type { ComposeState } from "./draft/draftStore.ts";
import type { SentExchange } from "./request/composeModels.ts";

/** The exchange that came of the draft, once it is read; undefined also when it was deleted since. */
export function useSent(
  { sent, isEdited }: Pick<ComposeState, "sent" | "isEdited">,
  itemIndex: number,
): SentExchange | undefined {
  const isSent = sent !== undefined;
  const id = sent ?? "";
  const head = useQuery({ ...headOptions(id), enabled: isSent });
  const item = useQuery({ ...itemOptions(id, itemIndex), enabled: isSent });
  if (!isSent || !head.data || !item.data) return undefined;
  return { head: head.data, item: item.data, isEdited };
}
