import type { Session } from "../../../../core/exchange/exchange.ts";
import { openFolder } from "../../openFolder.ts";
import { print, printLine } from "../../outputStreams.ts";

export interface SessionsOptions {
  readonly dataDir: string;
  readonly json: boolean;
}

/** A line for a person: id, count, time of the last exchange, name, tags. */
function lineOf({ id, name, exchanges, lastAt, tags }: Session): string {
  const words = [id, String(exchanges).padStart(8), lastAt ?? "-".padEnd("2026-01-01T00:00:00.000Z".length), name];
  return [...words, ...tags.map((tag) => `#${tag}`)].join("  ");
}

export async function printSessions({ dataDir, json }: SessionsOptions): Promise<void> {
  using records = openFolder(dataDir);
  for (const session of records.sessions()) {
    await (json ? print(`${JSON.stringify(session)}\n`) : printLine(lineOf(session)));
  }
}
