import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { safeStorage } from "electron";
import type { ShellOutput } from "../../core/contract/shell.ts";

/** The key for the live upstream, encrypted with a key that the keychain of the operating system holds. */
export interface LiveKeyFile {
  /** null when there is none, or when the keychain no longer opens it. */
  read(): Promise<string | null>;
  keep(key: string): Promise<ShellOutput<"setLiveKey">>;
  remove(): Promise<void>;
}

const refusal =
  "The key was not kept: this system has no keychain that is unlocked (on Linux: GNOME Keyring or KWallet). " +
  "Start with the environment variable POSTSCRIPT_API_KEY instead.";

export function liveKeyFile(path: string): LiveKeyFile {
  return {
    async read() {
      try {
        if (!(await hasKeychain())) return null;
        return (await safeStorage.decryptStringAsync(await readFile(path))).result;
      } catch {
        return null;
      }
    },
    async keep(key) {
      if (!(await hasKeychain())) return { kept: false, message: refusal };
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.new`, await safeStorage.encryptStringAsync(key), { mode: 0o600 });
      await rename(`${path}.new`, path);
      return { kept: true };
    },
    async remove() {
      await rm(path, { force: true });
    },
  };
}

/** `basic_text` encrypts with a password that is in Electron's source: no better than the plain key. */
async function hasKeychain(): Promise<boolean> {
  if (process.platform === "linux" && ["basic_text", "unknown"].includes(safeStorage.getSelectedStorageBackend()))
    return false;
  return await safeStorage.isAsyncEncryptionAvailable();
}
