import { openRecords, type Records, type RecordsOptions, UnreadableFolder } from "../host/store/openRecords.ts";
import { wrongUsage } from "./exitCodes.ts";

/** The records of a data folder; one that cannot be read is the person's to change. `lead` is what to say before why. */
export function openFolder(dataDir: string, options?: RecordsOptions, lead = ""): Records {
  try {
    return openRecords(dataDir, options);
  } catch (fault) {
    throw fault instanceof UnreadableFolder ? wrongUsage(`${lead}${fault.message}`) : fault;
  }
}
