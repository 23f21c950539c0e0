import type { ExportPreview, ExportRequest, MaskedValue, PreviewedFile } from "../../../core/contract/exports.ts";
import type { Exchange } from "../../../core/exchange/exchange.ts";
import { maskedValues } from "../../../core/exchange/masking/maskedValues.ts";
import type { ExportChunk, ExportFormat } from "../../../core/formats/export/exportFormat.ts";
import { exportFormats } from "../../../core/formats/export/exportFormats.ts";
import { maskExport } from "./maskExport.ts";
import { plainExchange } from "./plainExchange.ts";
import { type ExportSource, exchangesFor, exportContext } from "./writeExport.ts";

/** Enough to see what is written; a person waits for it. */
const mostWritten = 5;
/** The export itself looks through all. */
const mostLearned = 2000;
const mostFiles = 50;
const mostCharacters = 64 * 1024;
const mostValues = 300;

/** What an export of the first exchanges writes, by the code and the pseudonyms of the export itself. */
export async function previewExport(
  source: ExportSource,
  request: ExportRequest,
  origin: string,
): Promise<Omit<ExportPreview, "total">> {
  const { isMasked, alsoMask, keep, secret } = request;
  const masker = isMasked ? maskExport({ secret, keep, add: alsoMask }) : undefined;
  const format: ExportFormat = exportFormats[request.format];
  const first: Exchange[] = [];
  let learned = 0;
  for (const exchange of exchangesFor(source, format)) {
    if (first.length < mostWritten) first.push(exchange);
    masker?.learn(exchange);
    learned += 1;
    if (learned === (masker ? mostLearned : mostWritten)) break;
  }
  const shown = masker ? first.map((exchange) => masker.mask(exchange)) : first;
  const context = exportContext(source.session, masker, origin);
  return {
    files: await writtenFiles(format.write(each(shown), context)),
    written: first.length,
    learned,
    masked: masker ? { counts: masker.counts(), ...replaced(first.map(plainExchange), shown) } : null,
  };
}

async function* each(exchanges: readonly Exchange[]): AsyncGenerator<Exchange> {
  yield* exchanges;
}

async function writtenFiles(chunks: AsyncIterable<ExportChunk>): Promise<PreviewedFile[]> {
  const texts = new Map<string, string[]>();
  for await (const { path, text } of chunks) {
    const pieces = texts.get(path);
    if (pieces) pieces.push(text);
    else texts.set(path, [text]);
  }
  return [...texts].slice(0, mostFiles).map(([path, pieces]) => {
    const text = pieces.join("");
    return { path, text: text.slice(0, mostCharacters), isCut: text.length > mostCharacters };
  });
}

function replaced(
  before: readonly Exchange[],
  after: readonly Exchange[],
): { values: MaskedValue[]; moreValues: number } {
  const values: MaskedValue[] = [];
  let moreValues = 0;
  for (const [index, exchange] of before.entries()) {
    const masked = after[index];
    if (!masked) continue;
    for (const value of maskedValues(exchange, masked)) {
      if (values.length < mostValues) values.push({ seq: exchange.seq, ...value });
      else moreValues += 1;
    }
  }
  return { values, moreValues };
}
