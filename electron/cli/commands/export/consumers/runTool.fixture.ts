import { spawn, spawnSync } from "node:child_process";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { programFiles } from "../../../programFiles.ts";

export interface ToolRun {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a tool in a folder to its end, with what it printed. */
export async function runTool(
  command: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ToolRun> {
  const [program = "", ...args] = command;
  // Vitest tells what runs inside of it by these.
  const { VITEST: _, VITEST_POOL_ID: __, VITEST_WORKER_ID: ___, NODE_ENV: ____, ...own } = process.env;
  const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"], env: { ...own, ...env } });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("close", resolve).once("error", reject);
  });
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, output: stdout + stderr };
}

/** The command that runs a file of an installed package on the Node that runs the tests. */
export function packageProgram(file: string, ...args: readonly string[]): readonly string[] {
  return [process.execPath, join(programFiles.root, "node_modules", file), ...args];
}

/** Lets code in a folder find the packages that this project has installed. */
export async function linkPackages(folder: string): Promise<void> {
  await symlink(join(programFiles.root, "node_modules"), join(folder, "node_modules"), "junction");
}

/** Whether a tool is installed on this machine; where it is not, a line says which test is left out. */
export function isInstalled(command: readonly string[], leftOut: string): boolean {
  const [program = "", ...args] = command;
  const isThere = spawnSync(program, args).status === 0;
  if (!isThere) process.stderr.write(`Left out, since "${command.join(" ")}" does not run here: ${leftOut}\n`);
  return isThere;
}
