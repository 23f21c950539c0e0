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
const rowSchema = z.object({ position: z.int(), session: z.int() });

/** Of one session or of all, in order: those after a position, and of these the ones from before a time. */
interface Rows {
  after(position: number): Iterable<unknown>;
  older(position: number, than: string): Iterable<unknown>;
}

/** Takes exchanges from the oldest on as long as they are too many or too large together, and of the others those that are too old. */
export function openFindExpired(database: DatabaseSync): (limits: Retention, now: string) => Expired[] {
  const sessions = database.prepare(
    `SELECT key, id AS session, name, exchanges, bytes FROM sessions WHERE removed = ${sessionStates.inUse} AND exchanges > 0`,
  );
  const select = (where: string) =>
    database.prepare(`SELECT position, session FROM exchanges WHERE ${where} ORDER BY position`);
  const ofAll = { after: select("position > ?"), older: select("position > ? AND at < ?") };
  const ofOne = {
    after: select("session = ? AND position > ?"),
    older: select("session = ? AND position > ? AND at < ?"),
  };
  const bytesOf = openBytesOf(database);

  function take(together: readonly SessionRow[], rows: Rows, limits: Retention, now: string): Expired[] {
    const taken = new Map(
      together.map(({ key, session, name }) => [key, { session, name, positions: [] as number[], bytes: 0 }]),
    );
    const excess = excessOf(together, limits);
    let last = 0;
    const takeRow = (row: unknown): void => {
      const { position, session } = rowSchema.parse(row);
      last = position;
      const from = taken.get(session);
      if (!from) return;
      const bytes = bytesOf(position);
      excess.exchanges -= 1;
      excess.bytes -= bytes;
      from.positions.push(position);
      from.bytes += bytes;
    };
    if (isLeft(excess)) {
      for (const row of rows.after(last)) {
        takeRow(row);
        if (!isLeft(excess)) break;
      }
    }
    if (limits.days !== null) {
      const oldest = new Date(Date.parse(now) - limits.days * dayMs).toISOString();
      for (const row of rows.older(last, oldest)) takeRow(row);
    }
    return [...taken.values()].filter(({ positions }) => positions.length > 0);
  }

  return (limits, now) => {
    const all = findRows(sessionSchema, sessions);
    if (limits.scope === "all") {
      const rows: Rows = {
        after: (position) => ofAll.after.iterate(position),
        older: (position, than) => ofAll.older.iterate(position, than),
      };
      return take(all, rows, limits, now);
    }
    return all.flatMap((one) => {
      const rows: Rows = {
        after: (position) => ofOne.after.iterate(one.key, position),
        older: (position, than) => ofOne.older.iterate(one.key, position, than),
      };
      return take([one], rows, limits, now);
    });
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
