import type { JobResult } from "../../../core/contract/jobs.ts";
import { faultMessage } from "../../../core/faultMessage.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { Recorder } from "../store/openRecorder.ts";
import { textOf } from "./fileText.ts";
import { ImportRefused, importSource, type Remark } from "./importSource.ts";

interface ImportedFile {
  /** "" for a paste. */
  readonly name: string;
  /** Of the whole file in bytes, where it is known. */
  readonly length: number | undefined;
  readonly open: (signal: AbortSignal) => AsyncIterable<Uint8Array>;
}

/** Of the remarks so many are told one by one. */
const mostTold = 500;

/** Imports a file in the background; answers with the id of the job. */
export function startImport({ store, jobs }: { store: Recorder; jobs: Jobs }, file: ImportedFile): string {
  return jobs.start({
    kind: "import",
    label: file.name === "" ? "Import of what was pasted" : `Import of ${file.name}`,
    explain,
    run: async ({ signal, report }) => {
      let read = 0;
      let done = 0;
      const say = (): void =>
        report({ done, ...(file.length !== undefined && { fraction: Math.min(1, read / file.length) }) });
      async function* counted(): AsyncGenerator<Uint8Array> {
        for await (const chunk of file.open(signal)) {
          read += chunk.length;
          say();
          yield chunk;
        }
      }
      const remarks = new Remarks();
      const session = await importSource(
        store,
        { path: file.name, text: textOf(counted()) },
        {
          signal,
          onProgress: (exchanges) => {
            done = exchanges;
            say();
          },
          onRemark: (remark) => remarks.add(remark),
        },
      );
      return { session: session.id, exchanges: session.exchanges, ...remarks.told() };
    },
  });
}

function explain(fault: unknown): string {
  if (fault instanceof ImportRefused) return fault.message;
  const why = faultMessage(fault);
  return `The file could not be read to its end (${why}). Nothing was imported; try again.`;
}

/** What is told of a file's remarks, however many there are. */
class Remarks {
  readonly #told = { skipped: [] as Remark[], noted: [] as Remark[] };
  readonly #counts = { skipped: 0, noted: 0 };

  add(remark: Remark): void {
    const list = remark.isSkipped ? "skipped" : "noted";
    this.#counts[list] += 1;
    if (this.#told[list].length < mostTold) this.#told[list].push(remark);
  }

  told(): Pick<JobResult<"import">, "skipped" | "skippedCount" | "noted" | "notedCount"> {
    const { skipped, noted } = this.#told;
    return { skipped, skippedCount: this.#counts.skipped, noted, notedCount: this.#counts.noted };
  }
}
