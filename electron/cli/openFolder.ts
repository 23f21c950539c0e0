import { openRecords, type Records, UnreadableFolder } from "../host/store/openRecords.ts";
import { wrongUsage } from "./exitCodes.ts";

/** The records of a data folder; one that cannot be read is the person's to change. */
export function openFolder(dataDir: string): Records {
  try {
    return openRecords(dataDir);
  } catch (fault) {
    throw fault instanceof UnreadableFolder ? wrongUsage(fault.message) : fault;
  }
}
