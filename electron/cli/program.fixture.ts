import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";

export const programEntry = join(import.meta.dirname, "..", "cli.ts");

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function spawnProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  within: readonly string[] = [],
) {
  const [program = "", ...rest] = [...within, process.execPath, programEntry, ...args];
  return spawn(program, rest, { stdio: "pipe", env: { ...process.env, ...env } });
}

/** Runs the program to its end, as a script would. */
export async function runProgram(
  args: readonly string[],
  input = "",
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawnProgram(args, env);
  child.stdin.on("error", () => undefined).end(input);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code, stdout, stderr };
}

export interface Serving extends AsyncDisposable {
  /** What `--json` printed. */
  readonly ready: { readonly compat: string; readonly native: string; readonly control: string; readonly pid: number };
  readonly child: ChildProcess;
  /** Ends it by a signal; answers with what all of it printed. */
  stop(signal?: NodeJS.Signals): Promise<Ended>;
}

/** `serve --json` on free ports, once it is ready; `within` is a command that becomes the program it is given. */
export async function startServing(args: readonly string[], within: readonly string[] = []): Promise<Serving> {
  const child = spawnProgram(["serve", "--port", "0", "--json", ...args], {}, within);
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]).then(
    ([stdout, stderr, [code]]): Ended => ({ code, stdout, stderr }),
  );
  const [line] = await Promise.race([
    once(createInterface(child.stdout), "line"),
    ended.then(({ stderr }) => Promise.reject(new Error(stderr))),
  ]);
  const stop = (signal: NodeJS.Signals = "SIGTERM"): Promise<Ended> => {
    child.kill(signal);
    return ended;
  };
  return {
    ready: JSON.parse(line),
    child,
    stop,
    async [Symbol.asyncDispose]() {
      await stop();
    },
  };
}

export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
}

export async function temporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), "compat-workbench-cli-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
