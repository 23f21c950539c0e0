import { useQuery } from "@tanstack/react-query";
import type { Status } from "../../../core/contract/events.ts";
import type { ExchangeHead } from "../../../core/contract/exchangeView.ts";
import type { CopyParts } from "../../../core/formats/copyAs/copyFormats.ts";
import { orpc } from "../../client/client.ts";
import { copyParts } from "./copyParts.ts";

/** What can be copied, with whole bodies; read only once someone asks for it. */
export function useCopyParts(
  head: ExchangeHead,
  callIndex: number,
  status: Status,
  isWanted: boolean,
): CopyParts | undefined {
  const { data } = useQuery(orpc.exchanges.record.queryOptions({ input: { id: head.summary.id }, enabled: isWanted }));
  return data && copyParts(data, callIndex, status);
}
