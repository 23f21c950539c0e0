import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
const sources = ["core", "electron", "renderer", "vite.config.ts", "package.json", "package-lock.json"];
const stampFile = join(root, "dist", "build-stamp");
const isTest = /\.(test|fixture)\.tsx?$/;

function* filesBelow(path: string): Generator<string> {
  if (!statSync(path).isDirectory()) return yield path;
  for (const entry of readdirSync(path).sort()) {
    if (!isTest.test(entry)) yield* filesBelow(join(path, entry));
  }
}

/** Changes when a source file is added, changed or removed. Reads no contents: it is taken at every start from a checkout. */
export function sourceFingerprint(): string {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const file of filesBelow(join(root, source))) {
      const { mtimeMs, size } = statSync(file);
      hash.update(`${file}\0${mtimeMs}\0${size}\n`);
    }
  }
  return hash.digest("hex");
}

/** The fingerprint of what `dist` was built from; undefined when there is no complete build. */
export function builtFingerprint(): string | undefined {
  return existsSync(stampFile) ? readFileSync(stampFile, "utf8") : undefined;
}

export { root as projectRoot, stampFile };
