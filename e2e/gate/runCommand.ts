import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { projectRoot } from "../fixtures/projectRoot.ts";

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** `quiet` keeps the output for the caller; `stream` shows it as it comes. */
  readonly output: "quiet" | "stream";
  readonly timeoutMs?: number;
}

export interface CommandResult {
  readonly ok: boolean;
  readonly output: string;
}

/** Runs a command of the system or of `node_modules/.bin` in the project's root. Never throws: a command that cannot start has failed. */
export function runCommand(command: readonly string[], options: CommandOptions): Promise<CommandResult> {
  const [program = "", ...args] = command;
  const path = `${join(projectRoot, "node_modules", ".bin")}${delimiter}${process.env.PATH ?? ""}`;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: projectRoot,
      env: { ...process.env, ...options.env, PATH: path },
      stdio: options.output === "stream" ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
      ...(options.timeoutMs !== undefined && { timeout: options.timeoutMs, killSignal: "SIGKILL" }),
    });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    child.once("error", (fault) => resolve({ ok: false, output: `${program}: ${fault.message}` }));
    child.once("close", (code) => resolve({ ok: code === 0, output }));
  });
}
