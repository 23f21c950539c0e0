import { createWriteStream } from "node:fs";
import { appendFile, mkdir, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { faultMessage } from "../../../core/faultMessage.ts";
import type { ExportChunk, ExportFormat } from "../../../core/formats/export/exportFormat.ts";

/** The output cannot be where it was asked to be; the message is user text. */
export class ExportRefused extends Error {
  override readonly name = "ExportRefused";
}

/**
 * Writes an export beside its place and moves it there when it is whole and `check` had nothing against it: what is at `out` is complete, or is what was there
 * before. A folder that is there must be empty.
 */
export async function writeOutput(
  { kind, compressed }: ExportFormat,
  chunks: AsyncIterable<ExportChunk>,
  out: string,
  check: (path: string) => Promise<void> = async () => undefined,
): Promise<void> {
  const target = resolve(out);
  if (kind === "folder") await refuseFilled(target);
  else await refuseFolder(target);
  await makeParent(target);
  const partial = `${target}.partial-${process.pid}`;
  try {
    if (kind === "folder") await writeFolder(partial, chunks);
    else await writeFile(partial, chunks, compressed === true);
    await check(partial);
    if (kind === "folder") await removeEmpty(target);
    await rename(partial, target);
  } catch (fault) {
    await rm(partial, { recursive: true, force: true });
    throw fault;
  }
}

async function refuseFolder(file: string): Promise<void> {
  const there = await stat(file).catch(() => undefined);
  if (there?.isDirectory()) throw new ExportRefused(`${file} is a folder. Choose another place with --out.`);
}

async function makeParent(target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true }).catch((fault: unknown) => {
    throw new ExportRefused(`Cannot write ${target}: ${faultMessage(fault)}. Choose another place with --out.`);
  });
}

/** What somebody has put there meanwhile stays. */
async function removeEmpty(folder: string): Promise<void> {
  await refuseFilled(folder);
  await rmdir(folder).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== "ENOENT") throw fault;
  });
}

async function refuseFilled(folder: string): Promise<void> {
  const inside = await readdir(folder).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === "ENOENT") return [];
    throw fault.code === "ENOTDIR" ? new ExportRefused(`${folder} is a file. Choose another place with --out.`) : fault;
  });
  if (inside.length > 0) {
    throw new ExportRefused(`The folder ${folder} is not empty. Remove it first, or choose another place with --out.`);
  }
}

async function* texts(chunks: AsyncIterable<ExportChunk>): AsyncGenerator<string> {
  for await (const { text } of chunks) yield text;
}

async function writeFile(path: string, chunks: AsyncIterable<ExportChunk>, isCompressed: boolean): Promise<void> {
  const source = Readable.from(texts(chunks), { objectMode: true });
  const file = createWriteStream(path, { mode: 0o600 });
  if (isCompressed) await pipeline(source, createGzip(), file);
  else await pipeline(source, file);
}

async function writeFolder(folder: string, chunks: AsyncIterable<ExportChunk>): Promise<void> {
  const made = new Set<string>();
  await mkdir(folder, { recursive: true });
  for await (const { path, text } of chunks) {
    const file = join(folder, path);
    if (!file.startsWith(folder + sep)) throw new Error(`An export may not write outside of its folder: ${path}`);
    const parent = dirname(file);
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
    await appendFile(file, text, { mode: 0o600 });
  }
}
