import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { app } from "electron";

/**
 * Keeps what belongs to the shell (window state, encrypted key, the page's cookies, the lock of the single instance) beside the data that it shows,
 * so that each data folder has a desktop of its own. Call before the app is ready.
 */
export function takeOwnFolder(dataDir: string): string {
  const folder = join(dataDir, "desktop");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const place of ["userData", "sessionData"]) app.setPath(place, folder);
  return folder;
}
