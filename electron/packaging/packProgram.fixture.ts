import { execFile } from "node:child_process";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { extractAll, listPackage } from "@electron/asar";

const run = promisify(execFile);
const root = join(import.meta.dirname, "..", "..");
const bin = (name: string) => join(root, "node_modules", ".bin", name);

/** Where the fuses stand in Electron's binary, the version of their layout, and as many of them, each the wrong way round. */
const unsetFuses = Buffer.concat([
  Buffer.from("dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX"),
  Buffer.from([1, 8]),
  Buffer.from("10110011"),
]);

export interface PackedProgram {
  /** Electron's binary as it would be shipped; its code is missing, its fuses are there. */
  readonly binary: string;
  /** The files in the archive, with "/" before each. */
  readonly files: readonly string[];
  /** The folder into which the archive was unpacked. */
  readonly unpacked: string;
}

/** Packs what a release packs, around an Electron of which only the places are there, so that nothing is downloaded. */
export async function packProgram(folder: string): Promise<PackedProgram> {
  await run(process.execPath, [join(root, "electron", "build", "build.ts")], { cwd: root });
  const electron = join(folder, "electron");
  for (const place of ["resources", "locales"]) await mkdir(join(electron, place), { recursive: true });
  await writeFile(join(electron, "locales", "en-US.pak"), "");
  await writeFile(join(electron, "electron"), unsetFuses);
  await chmod(join(electron, "electron"), 0o755);
  const output = join(folder, "release");
  const settings = [`-c.electronDist=${electron}`, `-c.directories.output=${output}`];
  await run(bin("electron-builder"), ["--linux", "dir", "--publish", "never", ...settings], { cwd: root });
  const archive = join(output, "linux-unpacked", "resources", "app.asar");
  const unpacked = join(folder, "unpacked");
  extractAll(archive, unpacked);
  return {
    binary: join(output, "linux-unpacked", "compat-workbench"),
    files: listPackage(archive, { isPack: false }),
    unpacked,
  };
}
