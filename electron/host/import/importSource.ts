import { basename } from "node:path";
import type { Session } from "../../../core/exchange/exchange.ts";
import { faultMessage } from "../../../core/faultMessage.ts";
import { detectFormat } from "../../../core/formats/import/detectFormat.ts";
import type { ImportedItem, ImportedRequest, SkippedItem } from "../../../core/formats/import/importedRequest.ts";
import { textLines } from "../../../core/formats/import/textLines.ts";
import { readSession } from "../../../core/formats/session/readSession.ts";
import { longestSessionLine, sessionFormatName } from "../../../core/formats/session/sessionFile.ts";
import { newRequestId } from "../ids.ts";
import type { Recorder } from "../store/openRecorder.ts";
import { type ImportedExchange, importedRecord } from "./importedRecord.ts";

/** What is to be imported cannot be; nothing of it was kept. The message is user text. */
export class ImportRefused extends Error {
  override readonly name = "ImportRefused";
}

export interface ImportSource {
  /** The name of the file, perhaps with its folder; "" for a paste. */
  readonly path: string;
  readonly text: AsyncIterable<string>;
}

/** A part of a file that was not imported (`skipped`), or was read but not for certain as it was meant. */
export interface Remark {
  readonly isSkipped: boolean;
  readonly place: string;
  readonly reason: string;
}

export interface ImportOptions {
  /** Name of the new session; that of the file, or of the session in it, when absent. */
  readonly name?: string | undefined;
  readonly signal?: AbortSignal;
  /** Called now and then with how many exchanges are read. */
  readonly onProgress?: (exchanges: number) => void;
  readonly onRemark?: (remark: Remark) => void;
}

/** No transaction has more exchanges: a running workbench answers between two of them. */
const exchangesPerCommit = 100;
const startLength = 64 * 1024;

/** Reads a text into a new session, which is seen when it is whole. Rejects with `ImportRefused`; then nothing stays behind. */
export async function importSource(
  recorder: Recorder,
  { path, text }: ImportSource,
  options: ImportOptions = {},
): Promise<Session> {
  const readable = refusing(text, path, options.signal);
  try {
    const { start, chunks } = await peek(readable);
    const isSession = start.slice(0, 200).includes(`"${sessionFormatName}"`);
    return await (isSession
      ? importSession(recorder, chunks, path, options)
      : importRequests(recorder, start, chunks, path, options));
  } finally {
    await readable.return(undefined);
  }
}

/** The first text of a file, and all of it as if it had not been read. */
async function peek(readable: AsyncGenerator<string>) {
  const read: string[] = [];
  let length = 0;
  while (length < startLength) {
    const next = await readable.next();
    if (next.done) break;
    read.push(next.value);
    length += next.value.length;
  }
  async function* all(): AsyncGenerator<string> {
    yield* read;
    yield* readable;
  }
  return { start: read.join("").slice(0, startLength), chunks: all() };
}

/** The text of a source, whose faults become a refusal: a file may turn out to be damaged far behind its start. */
async function* refusing(
  source: AsyncIterable<string>,
  path: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  try {
    yield* source;
  } catch (cause) {
    signal?.throwIfAborted();
    const why = faultMessage(cause);
    throw new ImportRefused(`${path} cannot be read: ${why}. Nothing was imported.`, { cause });
  }
}

async function importSession(
  recorder: Recorder,
  chunks: AsyncIterable<string>,
  path: string,
  options: ImportOptions,
): Promise<Session> {
  const entries = readSession(textLines(chunks, longestSessionLine));
  const first = (await entries.next()).value;
  if (first?.kind !== "header") throw damaged(path, first?.kind === "problem" ? first.message : "it is empty.");
  const { session: origin } = first.header;
  async function* exchanges(): AsyncGenerator<ImportedExchange> {
    for await (const entry of entries) {
      if (entry.kind === "problem") throw damaged(path, entry.message);
      if (entry.kind === "exchange") yield entry.exchange;
    }
  }
  const session = await fill(recorder, options.name ?? origin.name, exchanges(), options);
  recorder.sessions.update(session.id, { note: origin.note, tags: origin.tags });
  await recorder.committed();
  return session;
}

function damaged(path: string, message: string): ImportRefused {
  return new ImportRefused(`${path} is no whole session file: ${message} Nothing was imported.`);
}

async function importRequests(
  recorder: Recorder,
  start: string,
  chunks: AsyncIterable<string>,
  path: string,
  options: ImportOptions,
): Promise<Session> {
  const detected = detectFormat(start, basename(path));
  if (!detected.ok) throw new ImportRefused(detected.message);
  const items = detected.importer.read(chunks);
  return fill(recorder, options.name ?? (basename(path) || "Pasted"), exchangesOf(items, path, options), options);
}

async function* exchangesOf(
  items: AsyncIterable<ImportedItem>,
  path: string,
  { onRemark = () => undefined }: ImportOptions,
): AsyncGenerator<ImportedExchange> {
  let at: string | undefined;
  let firstSkipped: SkippedItem | undefined;
  let hasRead = false;
  for await (const item of items) {
    const { place } = item;
    if (item.kind === "skipped") {
      firstSkipped ??= item;
      onRemark({ isSkipped: true, place, reason: item.reason });
    } else {
      hasRead = true;
      for (const reason of item.notes) onRemark({ isSkipped: false, place, reason });
      // One without a time came with the one before it, as far as anyone knows.
      at = item.at ?? at;
      yield exchangeOf(item, at ?? new Date().toISOString());
    }
  }
  if (firstSkipped && !hasRead) throw nothingRead(path, firstSkipped);
}

function nothingRead(path: string, { place, reason }: SkippedItem): ImportRefused {
  return new ImportRefused(`Nothing of ${path || "what was pasted"} could be imported. ${place}: ${reason}`);
}

function exchangeOf({ request, response, durationMs }: ImportedRequest, at: string): ImportedExchange {
  return {
    id: newRequestId(),
    at,
    parent: null,
    durationMs: durationMs ?? 0,
    request,
    response: response ?? null,
  };
}

async function fill(
  recorder: Recorder,
  name: string,
  exchanges: AsyncIterable<ImportedExchange>,
  { signal, onProgress }: ImportOptions,
): Promise<Session> {
  const id = recorder.sessions.begin(name);
  const { metrics } = recorder.settings.get();
  try {
    let count = 0;
    let failed: { readonly cause: unknown } | undefined;
    const commit = async (): Promise<void> => {
      await recorder.committed();
      if (failed) throw failed.cause;
      onProgress?.(count);
      signal?.throwIfAborted();
    };
    for await (const exchange of exchanges) {
      // Appended as they are read: those that wait for others in a list outlive the young generation of the heap.
      const record = importedRecord(freed(recorder, exchange), metrics);
      recorder.exchanges.append(record, id);
      recorder.committed().catch((cause: unknown) => {
        failed ??= { cause };
      });
      count += 1;
      if (count % exchangesPerCommit === 0) await commit();
    }
    await commit();
    const session = recorder.sessions.reveal(id);
    if (!session)
      throw new ImportRefused(
        "The workbench was started anew during the import and deleted what was there of it. Import the file again.",
      );
    await recorder.committed();
    return session;
  } catch (fault) {
    recorder.sessions.discard(id);
    await recorder.committed();
    throw fault;
  }
}

/** An exchange keeps its id, by which others name it as their parent, unless the folder has that id already. */
function freed(recorder: Recorder, exchange: ImportedExchange): ImportedExchange {
  return recorder.exchanges.has(exchange.id) ? { ...exchange, id: newRequestId() } : exchange;
}
