import { parseFilter } from "../../../../core/exchange/filter/parseFilter.ts";
import type { Records } from "../../../host/store/openRecords.ts";
import { wrongUsage } from "../../exitCodes.ts";
import { openFolder } from "../../openFolder.ts";
import { isUnread, print } from "../../outputStreams.ts";

export interface ExchangesOptions {
  readonly dataDir: string;
  readonly session?: string;
  readonly filter: string;
  readonly limit?: number;
}

function sessionId(records: Records, asked: string | undefined): string | undefined {
  if (asked === undefined) return undefined;
  const id = records.findSession(asked)?.id;
  if (id === undefined)
    throw wrongUsage(`There is no session "${asked}" in this folder; "latest" is the one that is recorded into.`);
  return id;
}

export async function printExchanges({ dataDir, session, filter, limit }: ExchangesOptions): Promise<void> {
  const parsed = parseFilter(filter);
  if (!parsed.ok) throw wrongUsage(parsed.message);
  using records = openFolder(dataDir);
  const exchanges = records.exchanges(sessionId(records, session), filter);
  for (const exchange of limit === undefined ? exchanges : exchanges.take(limit)) {
    await print(`${JSON.stringify(exchange)}\n`);
    if (isUnread()) return;
  }
}
