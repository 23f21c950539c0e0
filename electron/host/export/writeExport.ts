import { randomBytes } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Exchange, Session } from "../../../core/exchange/exchange.ts";
import type { MaskedCount, MaskingOptions } from "../../../core/exchange/masking/createMasker.ts";
import type { ExportContext, ExportFormat } from "../../../core/formats/export/exportFormat.ts";
import { type ExportFormatName, exportFormats } from "../../../core/formats/export/exportFormats.ts";
import { version } from "../../version.ts";
import { writeOutput } from "./exportOutput.ts";
import { type ExportMasker, maskExport } from "./maskExport.ts";

export interface ExportSource {
  readonly session: Session;
  /** In the order in which they were recorded; each call starts anew. */
  exchanges(): Iterable<Exchange>;
  /** In the order in which their requests arrived; each call starts anew. */
  arrivals(): Iterable<Exchange>;
}

/** What a format is given to write, from the start. */
export function exchangesFor(source: ExportSource, { keepsRecordedOrder }: ExportFormat): Iterable<Exchange> {
  return keepsRecordedOrder ? source.exchanges() : source.arrivals();
}

export interface ExportWork {
  readonly source: ExportSource;
  readonly format: ExportFormatName;
  /** undefined writes personal data as it was recorded. */
  readonly masking: (Pick<MaskingOptions, "keep" | "add"> & { readonly secret?: string }) | undefined;
  /** "http://localhost:8020": where exported requests and tests go unless the environment of a test says otherwise. */
  readonly origin: string;
  readonly out: string;
  readonly signal?: AbortSignal;
  /** Called for each exchange: how many were looked through for personal data, and how many are written. */
  readonly onProgress?: (progress: ExportProgress) => void;
}

export interface ExportProgress {
  readonly learned: number;
  readonly written: number;
}

export interface Exported {
  /** The name of the session as the export tells it. */
  readonly name: string;
  readonly exchanges: number;
  /** null where nothing was to be masked. */
  readonly masked: MaskedCount[] | null;
}

/** Notes are a person's own words: a masked export goes without. */
function maskedSession(session: Session, masker: ExportMasker): Session {
  const { name, tags } = session;
  return { ...session, note: "", name: masker.maskText(name), tags: tags.map((tag) => masker.maskText(tag)) };
}

/** What the formats are told. Ask when the masker has learned all that it is shown. */
export function exportContext(session: Session, masker: ExportMasker | undefined, origin: string): ExportContext {
  return {
    session: masker ? maskedSession(session, masker) : session,
    compatUrl: `${origin}/klaviyo/v1`,
    nativeUrl: `${origin}/v1`,
    version,
    now: new Date().toISOString(),
  };
}

/** Pseudonyms cannot be traced back or joined with another export's: the secret that draws them is kept nowhere. */
const newMaskingSecret = (): string => randomBytes(32).toString("hex");

/** Signals and messages of other threads are heard between so many exchanges. */
const exchangesPerTurn = 50;

/** Exchanges one at a time, counted, until the signal aborts; others get their turn in between. */
async function* inTurns(
  exchanges: Iterable<Exchange>,
  signal: AbortSignal | undefined,
  onExchange: (count: number) => void,
): AsyncGenerator<Exchange> {
  let count = 0;
  for (const exchange of exchanges) {
    signal?.throwIfAborted();
    count += 1;
    onExchange(count);
    yield exchange;
    if (count % exchangesPerTurn === 0) await setImmediate();
  }
}

/** Writes a session to `out`, which is then whole, or is what was there before. Rejects with `ExportRefused`, `LeakFound` or the signal's reason. */
export async function writeExport(work: ExportWork): Promise<Exported> {
  const { source, masking, origin, out, signal, onProgress = () => undefined } = work;
  const format: ExportFormat = exportFormats[work.format];
  let learned = 0;
  let written = 0;
  const masker = masking && maskExport({ secret: newMaskingSecret(), ...masking });
  if (masker) {
    for await (const exchange of inTurns(exchangesFor(source, format), signal, (count) =>
      onProgress({ learned: count, written }),
    )) {
      masker.learn(exchange);
      learned += 1;
    }
  }
  async function* exchanges(): AsyncGenerator<Exchange> {
    for await (const exchange of inTurns(exchangesFor(source, format), signal, (count) =>
      onProgress({ learned, written: count }),
    )) {
      written += 1;
      yield masker ? masker.mask(exchange) : exchange;
    }
  }
  const context = exportContext(source.session, masker, origin);
  await writeOutput(format, format.write(exchanges(), context), out, async (path) => {
    await masker?.check(path, signal);
    signal?.throwIfAborted();
  });
  return { name: context.session.name, exchanges: written, masked: masker?.counts() ?? null };
}
