import { execFileSync } from "node:child_process";
import { appendFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * A disk that only a program and what it starts see: Linux lets anybody mount memory as a disk in a name space of its own. Undefined where that cannot be
 * had; a test then says `noDisk`.
 */
export interface SmallDisk {
  /** The command that becomes the program it is given, with the disk mounted. */
  readonly within: readonly string[];
}

/** Why a test is skipped. */
export const noDisk = "This machine gives no disk of its own to a program (unshare, tmpfs).";

const mount = 'mount -t tmpfs -o "$1" tmpfs "$2" && shift 2 && exec "$@"';

/** `options` are those of tmpfs: "size=8m", "ro". */
export function smallDisk(folder: string, options: string): SmallDisk | undefined {
  const within = ["unshare", "--map-root-user", "--mount", "sh", "-c", mount, "sh", options, folder];
  try {
    const [program = "", ...rest] = within;
    execFileSync(program, [...rest, "true"], { stdio: "ignore" });
    return { within };
  } catch {
    return undefined;
  }
}

/** The folder as the process sees it that runs within the disk. */
export const seenBy = (pid: number, folder: string): string => join(`/proc/${pid}/root`, folder);

/** Takes all room that is left; answers with how to give it back. */
export function fillDisk(folder: string): () => void {
  const filler = join(folder, "filler");
  try {
    for (;;) appendFileSync(filler, Buffer.alloc(4096));
  } catch {
    return () => rmSync(filler);
  }
}
