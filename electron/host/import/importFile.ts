import { basename } from "node:path";
import type { Session } from "../../../core/exchange/exchange.ts";
import { detectFormat } from "../../../core/formats/import/detectFormat.ts";
import type { ImportedRequest, SkippedItem } from "../../../core/formats/import/importedRequest.ts";
import { textLines } from "../../../core/formats/import/textLines.ts";
import { readSession } from "../../../core/formats/session/readSession.ts";
import { longestSessionLine, sessionFormatName } from "../../../core/formats/session/sessionFile.ts";
import { newRequestId } from "../ids.ts";
import type { Recorder } from "../store/openRecorder.ts";
import { fileText } from "./fileText.ts";
import { type ImportedExchange, importedRecord } from "./importedRecord.ts";

/** The file cannot be imported; nothing of it was kept. The message is user text. */
export class ImportRefused extends Error {
  override readonly name = "ImportRefused";
}

export interface Imported {
  readonly session: Session;
  readonly exchanges: number;
  /** What could not be understood, each with its place. */
  readonly skipped: readonly SkippedItem[];
  /** What was read, but not for certain as it was meant. */
  readonly notes: readonly { readonly place: string; readonly note: string }[];
}

export interface ImportOptions {
  /** Name of the new session; that of the file, or of the session in it, when absent. */
  readonly name?: string | undefined;
  readonly signal?: AbortSignal;
  /** Called now and then with how many exchanges are read. */
  readonly onProgress?: (exchanges: number) => void;
}

/** So many exchanges are one transaction: a running workbench answers between two of them. */
const sliceSize = 100;
const startLength = 64 * 1024;

/** Reads a file into a new session, which is seen when it is whole. Rejects with `ImportRefused`; then nothing stays behind. */
export async function importFile(recorder: Recorder, path: string, options: ImportOptions = {}): Promise<Imported> {
  const { start, chunks } = await peek(fileText(path), path);
  const isSession = start.slice(0, 200).includes(`"${sessionFormatName}"`);
  return isSession
    ? importSession(recorder, chunks, path, options)
    : importRequests(recorder, start, chunks, path, options);
}

/** The first text of a file, and all of it as if it had not been read. */
async function peek(source: AsyncGenerator<string>, path: string) {
  const read: string[] = [];
  let length = 0;
  const readable = refusing(source, path);
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
async function* refusing(source: AsyncIterable<string>, path: string): AsyncGenerator<string> {
  try {
    yield* source;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ImportRefused(`${path} cannot be read: ${why}. Nothing was imported.`, { cause });
  }
}

async function importSession(
  recorder: Recorder,
  chunks: AsyncIterable<string>,
  path: string,
  options: ImportOptions,
): Promise<Imported> {
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
  return { session, exchanges: session.exchanges, skipped: [], notes: [] };
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
): Promise<Imported> {
  const detected = detectFormat(start, basename(path));
  if (!detected.ok) throw new ImportRefused(detected.message);
  const skipped: SkippedItem[] = [];
  const notes: { place: string; note: string }[] = [];
  async function* exchanges(importer = detected.ok ? detected.importer : undefined): AsyncGenerator<ImportedExchange> {
    for await (const item of importer?.read(chunks) ?? []) {
      if (item.kind === "skipped") skipped.push(item);
      else {
        notes.push(...item.notes.map((note) => ({ place: item.place, note })));
        yield exchangeOf(item);
      }
    }
  }
  const session = await fill(recorder, options.name ?? basename(path), exchanges(), options);
  return { session, exchanges: session.exchanges, skipped, notes };
}

function exchangeOf({ request, response, at, durationMs }: ImportedRequest): ImportedExchange {
  return {
    id: newRequestId(),
    at: at ?? new Date().toISOString(),
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
    let slice: ImportedExchange[] = [];
    let count = 0;
    const write = async (): Promise<void> => {
      recorder.write(() => {
        for (const exchange of slice) recorder.exchanges.append(importedRecord(freed(recorder, exchange), metrics), id);
      });
      await recorder.committed();
      count += slice.length;
      slice = [];
      onProgress?.(count);
      signal?.throwIfAborted();
    };
    for await (const exchange of exchanges) {
      slice.push(exchange);
      if (slice.length === sliceSize) await write();
    }
    await write();
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
