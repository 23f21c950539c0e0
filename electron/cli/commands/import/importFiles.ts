import { importFile } from "../../../host/import/importFile.ts";
import { ImportRefused } from "../../../host/import/importSource.ts";
import { openRecorder } from "../../../host/store/openRecorder.ts";
import { CommandEnd, exitCodes } from "../../exitCodes.ts";
import { log, print } from "../../outputStreams.ts";
import { stopSignal } from "../../stopSignal.ts";

export interface ImportFilesOptions {
  readonly dataDir: string;
  readonly session?: string;
}

/** Prints one line of JSON for each session that was made: its id, name, how many exchanges, how much was skipped. */
export async function importFiles(
  files: readonly string[],
  { dataDir, session: name }: ImportFilesOptions,
): Promise<void> {
  const signal = stopSignal();
  await using recorder = await openRecorder(dataDir);
  let refusals = 0;
  for (const file of files) {
    try {
      let skipped = 0;
      const session = await importFile(recorder, file, {
        name,
        signal,
        onRemark: ({ isSkipped, place, reason }) => {
          if (isSkipped) skipped += 1;
          log(`${file}: ${place}: ${isSkipped ? "skipped: " : ""}${reason}`);
        },
      });
      const line = { file, session: session.id, name: session.name, exchanges: session.exchanges, skipped };
      await print(`${JSON.stringify(line)}\n`);
    } catch (fault) {
      if (fault === signal.reason)
        throw new CommandEnd(exitCodes.failed, `It was stopped. Nothing of ${file} was imported.`);
      if (!(fault instanceof ImportRefused)) throw fault;
      log(fault.message);
      refusals += 1;
    }
  }
  if (refusals > 0) throw new CommandEnd(exitCodes.failed);
}
