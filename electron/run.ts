/**
 * Runs the program from a checkout: builds what is missing or stale, then is the program itself, so that process id, signals and exit
 * codes are the program's own.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { builtFingerprint, projectRoot, sourceFingerprint } from "./build/sourceFingerprint.ts";

function isBuilt(): boolean {
  if (builtFingerprint() === sourceFingerprint()) return true;
  // Both outputs of the build go to stderr: stdout belongs to the program's results.
  const build = spawnSync(process.execPath, [join(import.meta.dirname, "build", "build.ts")], {
    stdio: ["ignore", 2, 2],
  });
  return build.status === 0;
}

if (isBuilt()) await import(pathToFileURL(join(projectRoot, "dist", "electron", "cli.js")).href);
else process.exitCode = 1;
