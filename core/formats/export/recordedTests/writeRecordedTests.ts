import type { Exchange } from "../../../exchange/exchange.ts";
import type { ExportChunk } from "../exportFormat.ts";
import { createKeyNames } from "../keys/keyedText.ts";
import { recordedCase } from "./recordedCase.ts";

/** A file of this many cases opens in any editor; the test reads one after another. */
const casesPerFile = 1000;

function caseFile(index: number): string {
  return `cases-${String(Math.ceil(index / casesPerFile)).padStart(3, "0")}.ndjson`;
}

/** A file beside the data: its text may list the data files, which are known by then. */
interface TestFile {
  readonly path: string;
  readonly text: (caseFiles: readonly string[]) => string;
}

/**
 * Test suites as data and a little code: one case a line in `cases-001.ndjson` and so on, then the files that run them. All recorded text is data, so
 * that none of it can be read as code.
 */
export async function* writeRecordedTests(
  exchanges: AsyncIterable<Exchange>,
  files: readonly TestFile[],
): AsyncGenerator<ExportChunk, void, undefined> {
  const keys = createKeyNames("KLAVIYO_API_KEY");
  const caseFiles: string[] = [];
  let index = 0;
  for await (const exchange of exchanges) {
    index += 1;
    const path = caseFile(index);
    if (caseFiles.at(-1) !== path) caseFiles.push(path);
    yield { path, text: `${JSON.stringify(recordedCase(exchange, index, keys))}\n` };
  }
  for (const { path, text } of files) yield { path, text: text(caseFiles) };
}
