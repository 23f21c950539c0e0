import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DataFolder } from "./dataFolder.ts";
import { type FileLock, isLocked, lockFile } from "./fileLock.ts";

/** Who looks whether a replay is under way holds its file for a moment. Milliseconds. */
const patience = 100;

const fileOf = ({ replays }: DataFolder, session: string) => join(replays, `${session}.lock`);

/** Takes a replay, by the session of its answers, for this process; undefined while somebody sends it. */
export function claimReplay(folder: DataFolder, session: string): FileLock | undefined {
  mkdirSync(folder.replays, { recursive: true, mode: 0o700 });
  return lockFile(fileOf(folder, session), patience);
}

/** Whether this process or another has claimed a replay. */
export function isReplayClaimed(folder: DataFolder, session: string): boolean {
  return isLocked(fileOf(folder, session));
}

/** Of a replay that is at its end, for which nobody comes any more: two that wait for one file must not find two. */
export function forgetReplayClaim(folder: DataFolder, session: string): void {
  rmSync(fileOf(folder, session), { force: true });
}
