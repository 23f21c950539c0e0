import type { ExportRequest } from "../../../core/contract/exports.ts";
import type { Exchange } from "../../../core/exchange/exchange.ts";
import { openRecords } from "../store/openRecords.ts";
import type { ExportSource } from "./writeExport.ts";

/** What a request of the page names, read beside the running store. Throws with user text where it is gone. */
export function openExportSource(
  dataDir: string,
  { session: id, exchange, filter }: ExportRequest,
): ExportSource & Disposable {
  const records = openRecords(dataDir, { inSnapshot: true });
  const session = records.findSession(id);
  if (!session) {
    records[Symbol.dispose]();
    throw new Error("This session is no longer there.");
  }
  function* one(which: string): Generator<Exchange> {
    const found = records.exchange(which);
    if (found) yield found;
  }
  const read = (find: () => number[]) => (exchange === undefined ? records.exchangesAt(find()) : one(exchange));
  return {
    session,
    exchanges: () => read(() => records.findPositions([session.id], filter)),
    arrivals: () => read(() => records.findArrivals(session.id, filter)),
    [Symbol.dispose]: () => records[Symbol.dispose](),
  };
}
