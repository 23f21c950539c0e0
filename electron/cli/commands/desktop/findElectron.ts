import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { log } from "../../outputStreams.ts";
import { programFiles } from "../../programFiles.ts";

export type FoundElectron =
  | { readonly ok: true; readonly binary: string }
  /** `reason` goes into a sentence: "no desktop here, because …". */
  | { readonly ok: false; readonly reason: string };

/** Long enough for the download on a slow line, short enough for a network that swallows it. Milliseconds. */
const downloadTimeout = 120_000;

export function hasDisplay(): boolean {
  if (process.platform === "darwin" || process.platform === "win32") return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function electronPackage(): string | undefined {
  try {
    return dirname(createRequire(join(programFiles.root, "package.json")).resolve("electron/package.json"));
  } catch {
    return undefined;
  }
}

/** Since its major 42 the package brings no binary; its own installer writes the binary's place into path.txt. */
function installedBinary(packageDir: string): string | undefined {
  const pathFile = join(packageDir, "path.txt");
  const name = existsSync(pathFile) ? readFileSync(pathFile, "utf8") : "electron";
  const binary = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(packageDir, "dist"), name);
  return existsSync(binary) ? binary : undefined;
}

async function download(packageDir: string): Promise<void> {
  log("Fetching Electron's binary, once …");
  const installer = spawn(process.execPath, [join(packageDir, "install.js")], {
    stdio: "ignore",
    timeout: downloadTimeout,
  });
  // How it ended is seen by whether the binary is there.
  await once(installer, "close").catch(() => undefined);
}

/** Looks for what a window needs, the cheap conditions first: nothing is downloaded where no window could open. */
export async function findElectron(): Promise<FoundElectron> {
  if (!hasDisplay()) return { ok: false, reason: "there is no display" };
  if (process.platform === "linux" && process.getuid?.() === 0) {
    return { ok: false, reason: "Electron does not run as root" };
  }
  const packageDir = electronPackage();
  if (!packageDir) return { ok: false, reason: "Electron is not installed" };
  if (!installedBinary(packageDir)) await download(packageDir);
  const binary = installedBinary(packageDir);
  return binary ? { ok: true, binary } : { ok: false, reason: "Electron's binary could not be fetched" };
}
