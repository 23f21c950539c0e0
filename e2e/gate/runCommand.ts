import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { projectRoot } from "../fixtures/projectRoot.ts";

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** `stream` shows the output as it comes; both keep it for the caller. */
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
    let output = "";
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ] as const) {
      from.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        if (isShown) to.write(text);
      });
    }
    child.once("error", (fault) => resolve({ ok: false, output: `${program}: ${fault.message}` }));
    child.once("close", (code) => resolve({ ok: code === 0, output }));
  });
}
