import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import type { Retention } from "../../../../core/contract/settings.ts";
import { openBytesOf } from "../recording/dropExchange.ts";
import { sessionStates } from "../recording/sessionRow.ts";
import { findRows } from "../rows.ts";
import type { Expired } from "../store.ts";

const dayMs = 86_400_000;
const sessionSchema = z.object({
  key: z.int(),
  session: z.string(),
  name: z.string(),
  exchanges: z.int(),
  bytes: z.int(),
});
type SessionRow = z.infer<typeof sessionSchema>;
const rowSchema = z.object({ position: z.int(), session: z.int(), at: z.string() });

/** Goes through exchanges from the oldest on and takes those that are too many, too large together or too old. */
export function openFindExpired(database: DatabaseSync): (limits: Retention, now: string) => Expired[] {
  const sessions = database.prepare(
    `SELECT key, id AS session, name, exchanges, bytes FROM sessions WHERE removed = ${sessionStates.inUse} AND exchanges > 0`,
  );
  const ofOne = database.prepare("SELECT position, session, at FROM exchanges WHERE session = ? ORDER BY position");
  const ofAll = database.prepare("SELECT position, session, at FROM exchanges ORDER BY position");
  const bytesOf = openBytesOf(database);

  function take(together: readonly SessionRow[], rows: Iterable<unknown>, limits: Retention, now: string): Expired[] {
    const taken = new Map(
      together.map(({ key, session, name }) => [key, { session, name, positions: [] as number[], bytes: 0 }]),
    );
    const oldest = limits.days === null ? "" : new Date(Date.parse(now) - limits.days * dayMs).toISOString();
    const excess = excessOf(together, limits);
    for (const row of rows) {
      const { position, session, at } = rowSchema.parse(row);
      const from = taken.get(session);
      if (from && (isLeft(excess) || at < oldest)) {
        const bytes = bytesOf(position);
        excess.exchanges -= 1;
        excess.bytes -= bytes;
        from.positions.push(position);
        from.bytes += bytes;
      } else if (oldest === "" && !isLeft(excess)) break;
    }
    return [...taken.values()].filter(({ positions }) => positions.length > 0);
  }

  return (limits, now) => {
    const all = findRows(sessionSchema, sessions);
    if (limits.scope === "all") return take(all, ofAll.iterate(), limits, now);
    return all.flatMap((one) => take([one], ofOne.iterate(one.key), limits, now));
  };
}

interface Excess {
  exchanges: number;
  bytes: number;
}

/** What has to go of sessions before they are within the limits of count and size. */
function excessOf(together: readonly SessionRow[], { exchanges, megabytes }: Retention): Excess {
  const sum = (of: (row: SessionRow) => number) => together.reduce((before, row) => before + of(row), 0);
  return {
    exchanges: sum((row) => row.exchanges) - (exchanges ?? Number.POSITIVE_INFINITY),
    bytes: sum((row) => row.bytes) - (megabytes ?? Number.POSITIVE_INFINITY) * 1024 * 1024,
  };
}

function isLeft({ exchanges, bytes }: Excess): boolean {
  return exchanges > 0 || bytes > 0;
}
