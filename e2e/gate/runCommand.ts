import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { projectRoot } from "../fixtures/projectRoot.ts";

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** `stream` shows the output as it comes; both keep it for the caller. */
  readonly output: "quiet" | "stream";
  readonly timeoutMs?: number;
}

/** Apart, as nothing keeps the order between the two streams of another process. */
export interface CommandResult {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the system or of `node_modules/.bin` in the project's root. Never throws: a command that cannot start has failed. */
export function runCommand(command: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const [program = "", ...args] = command;
  const isShown = options.output === "stream";
  const path = `${join(projectRoot, "node_modules", ".bin")}${delimiter}${process.env.PATH ?? ""}`;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: projectRoot,
      env: { ...process.env, ...(isShown && process.stdout.isTTY && { FORCE_COLOR: "1" }), ...options.env, PATH: path },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
      ...(options.timeoutMs !== undefined && { timeout: options.timeoutMs, killSignal: "SIGKILL" }),
    });
    const said = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream].setEncoding("utf8").on("data", (text: string) => {
        said[stream] += text;
        if (isShown) process[stream].write(text);
      });
    }
    child.once("error", (fault) => resolve({ ok: false, stdout: "", stderr: `${program}: ${fault.message}` }));
    child.once("close", (code) => resolve({ ok: code === 0, ...said }));
  });
}
