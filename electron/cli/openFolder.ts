import { openRecords, type Records, type RecordsOptions, UnreadableFolder } from "../host/store/openRecords.ts";
import { wrongUsage } from "./exitCodes.ts";

/** The records of a data folder. Of one that cannot be read, `lead` is said before why. */
export function openFolder(dataDir: string, options?: RecordsOptions, lead = ""): Records {
  try {
    return openRecords(dataDir, options);
  } catch (fault) {
    throw fault instanceof UnreadableFolder ? wrongUsage(`${lead}${fault.message}`) : fault;
  }
}
