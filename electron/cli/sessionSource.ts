import { createReadStream, existsSync, statSync } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import type { Exchange, Session } from "../../core/exchange/exchange.ts";
import { parseFilter } from "../../core/exchange/filter/parseFilter.ts";
import { readSession } from "../../core/formats/session/readSession.ts";
import { CommandEnd, exitCodes, wrongUsage } from "./exitCodes.ts";
import { openFolder } from "./openFolder.ts";

/** A session to read, out of a data folder or a session file. */
export interface SessionSource extends AsyncDisposable {
  readonly session: Session;
  /** In the order in which they were recorded; each call starts anew. */
  exchanges(): AsyncIterable<Exchange>;
}

/** `asked` is the path of a session file, or the id or name of a session of the folder, or "latest". Only a folder's sessions can be filtered. */
export async function openSessionSource(asked: string, dataDir: string, filter = ""): Promise<SessionSource> {
  const parsed = parseFilter(filter);
  if (!parsed.ok) throw wrongUsage(parsed.message);
  if (existsSync(asked) && statSync(asked).isFile()) {
    if (filter !== "") throw wrongUsage("A filter needs a session of a data folder. Import the file first.");
    return openSessionFile(asked);
  }
  const records = openFolder(dataDir);
  const session = records.findSession(asked);
  if (!session) {
    records[Symbol.dispose]();
    throw wrongUsage(`There is no session "${asked}" in ${dataDir}, and no file of that name.`);
  }
  return {
    session,
    async *exchanges() {
      yield* records.inOrder(session.id, filter);
    },
    async [Symbol.asyncDispose]() {
      records[Symbol.dispose]();
    },
  };
}

async function openSessionFile(path: string): Promise<SessionSource> {
  const entries = readSession(linesOf(path));
  const first = await entries.next();
  await entries.return?.();
  if (first.done || first.value.kind !== "header")
    throw damaged(path, first.value?.kind === "problem" ? first.value.message : "");
  return {
    session: first.value.header.session,
    async *exchanges() {
      for await (const entry of readSession(linesOf(path))) {
        if (entry.kind === "problem") throw damaged(path, entry.message);
        if (entry.kind === "exchange") yield entry.exchange;
      }
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
}

function damaged(path: string, message: string): CommandEnd {
  return new CommandEnd(exitCodes.failed, `${path} is no whole session file: ${message}`);
}

/** A session file is compressed; one that somebody unpacked to look at it reads as well. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const input = (await isGzip(path)) ? file.pipe(createGunzip()) : file;
  const failed = new Promise<never>((_resolve, reject) => {
    file.once("error", reject);
    input.once("error", reject);
  });
  failed.catch(() => undefined);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([lines.next(), failed]);
    if (next.done) return;
    yield next.value;
  }
}

async function isGzip(path: string): Promise<boolean> {
  for await (const chunk of createReadStream(path, { end: 1 })) return chunk[0] === 0x1f && chunk[1] === 0x8b;
  return false;
}
