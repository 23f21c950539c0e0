import { access, constants, mkdir, open, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { faultMessage } from "../../core/faultMessage.ts";
import { type CommandEnd, wrongUsage } from "./exitCodes.ts";

/** Where a command writes what it found, for others to read. */
export interface ReportFile {
  write(text: string): Promise<void>;
}

function unwritable(file: string, fault: unknown): CommandEnd {
  return wrongUsage(`Cannot write ${file}: ${faultMessage(fault)}.`);
}

async function tryWriting(file: string): Promise<void> {
  const there = await stat(file).catch(() => undefined);
  if (there?.isDirectory()) throw new Error("it is a folder");
  if (there) return access(file, constants.W_OK);
  await mkdir(dirname(file), { recursive: true });
  await (await open(file, "wx")).close();
  await rm(file);
}

/** Finds out whether a report can be written before the work that it tells of, which may be long and real. What is there stays until then. */
export async function openReport(file: string | undefined): Promise<ReportFile | undefined> {
  if (file === undefined) return undefined;
  await tryWriting(file).catch((fault: unknown) => {
    throw unwritable(file, fault);
  });
  return {
    write: (text) =>
      writeFile(file, text).catch((fault: unknown) => {
        throw unwritable(file, fault);
      }),
  };
}
