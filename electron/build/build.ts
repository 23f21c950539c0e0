/**
 * Builds dist, unless another process has just done it. Run as a program of its own: the builder and its memory are gone before the workbench
 * starts.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createBuilder } from "vite";
import { billOfMaterials } from "./billOfMaterials.ts";
import { builtFingerprint, projectRoot, sourceFingerprint, stampFile } from "./sourceFingerprint.ts";

const lockTimeout = 300_000;

/** One builder at a time. The lock is a transaction of SQLite, which the system ends with the process that holds it, however that ends. */
function takeBuildLock(): DatabaseSync {
  mkdirSync(join(projectRoot, "dist"), { recursive: true });
  const lock = new DatabaseSync(join(projectRoot, "dist", "build-lock"), { timeout: lockTimeout });
  lock.exec("BEGIN EXCLUSIVE");
  return lock;
}

const lock = takeBuildLock();
const fingerprint = sourceFingerprint();
if (builtFingerprint() !== fingerprint) {
  process.stderr.write("Building the workbench …\n");
  rmSync(stampFile, { force: true });
  const builder = await createBuilder({ configFile: join(projectRoot, "vite.config.ts"), logLevel: "warn" });
  await builder.buildApp();
  const bill = billOfMaterials(projectRoot, join(projectRoot, "dist"));
  writeFileSync(join(projectRoot, "dist", "electron", "bom.cdx.json"), `${JSON.stringify(bill, null, 2)}\n`);
  writeFileSync(stampFile, fingerprint);
}
lock.close();
