import { defaultSettings, type Settings } from "../../core/contract/settings.ts";
import { openRecords, UnreadableFolder } from "../host/store/openRecords.ts";

type WorkspaceSettings = Pick<Settings, "metrics" | "equivalence">;

/** What a command takes from the settings of a data folder; the defaults where there is none, as on a machine that runs tests only. */
export function workspaceSettings(dataDir: string): WorkspaceSettings {
  try {
    using records = openRecords(dataDir);
    return records.settings();
  } catch (fault) {
    if (fault instanceof UnreadableFolder) return defaultSettings;
    throw fault;
  }
}
