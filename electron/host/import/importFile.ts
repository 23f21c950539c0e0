import type { Session } from "../../../core/exchange/exchange.ts";
import type { Recorder } from "../store/openRecorder.ts";
import { fileText } from "./fileText.ts";
import { type ImportOptions, importSource } from "./importSource.ts";

/** Reads a file into a new session. Rejects with `ImportRefused`; then nothing stays behind. */
export function importFile(recorder: Recorder, path: string, options: ImportOptions = {}): Promise<Session> {
  return importSource(recorder, { path, text: fileText(path) }, options);
}
