/**
 * What a recorder could do at most: the bare server, with what an exchange cannot do without. The request as it came, the native one, both answers, and the
 * event that it made under its idempotency key are on disk before the answer leaves. All that arrives in one turn of the event loop shares a commit.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { valueAtTokens } from "../../core/json/pointer.ts";
import { serveEcho } from "./serveEcho.ts";

const folder = mkdtempSync(join(tmpdir(), "workbench-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
process.on("SIGTERM", () => process.exit());

const database = new DatabaseSync(join(folder, "storing.db"));
database.exec(`
  PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 64000;
  CREATE TABLE exchanges (position INTEGER PRIMARY KEY, request BLOB, native TEXT, answer TEXT, response TEXT) STRICT;
  CREATE TABLE events (id INTEGER PRIMARY KEY, key TEXT UNIQUE, body TEXT) STRICT;
`);
const begin = database.prepare("BEGIN IMMEDIATE");
const commit = database.prepare("COMMIT");
const insertExchange = database.prepare(
  "INSERT INTO exchanges (request, native, answer, response) VALUES (?, ?, '{}', '{}')",
);
const findEvent = database.prepare("SELECT id FROM events WHERE key = ?");
const insertEvent = database.prepare("INSERT INTO events (key, body) VALUES (?, ?)");

const keyTokens = ["data", "attributes", "unique_id"];
let waiting: (() => void)[] = [];

function commitTurn(): void {
  commit.run();
  const answers = waiting;
  waiting = [];
  for (const answer of answers) answer();
}

serveEcho(({ body, document, text, answer }) => {
  if (waiting.length === 0) {
    begin.run();
    setImmediate(commitTurn);
  }
  insertExchange.run(body, text);
  const key = String(valueAtTokens(document, keyTokens));
  if (!findEvent.get(key)) insertEvent.run(key, text);
  waiting.push(() => answer(text));
});
