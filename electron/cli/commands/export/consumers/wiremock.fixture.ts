import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { programFiles } from "../../../programFiles.ts";

export interface RunningWiremock extends AsyncDisposable {
  /** "http://127.0.0.1:PORT" */
  readonly origin: string;
}

/** The installed package is a jar with a script to start it; started as what it is, it can be ended. */
async function findJar(): Promise<string> {
  const folder = join(programFiles.root, "node_modules", "wiremock", "build");
  const [jar] = (await readdir(folder)).filter((name) => name.endsWith(".jar"));
  if (jar === undefined) throw new Error(`${folder} holds no jar.`);
  return join(folder, jar);
}

/** WireMock itself on a free port, with the stubs of an exported folder. */
export async function startWiremock(stubs: string): Promise<RunningWiremock> {
  const where = ["--root-dir", stubs, "--bind-address", "127.0.0.1", "--port", "0"];
  const child = spawn("java", ["-jar", await findJar(), ...where], { stdio: ["ignore", "pipe", "ignore"] });
  const ended = once(child, "close");
  const port = await new Promise<string>((resolve, reject) => {
    // Heard to its end, as a program whose output nobody takes comes to a stop.
    createInterface({ input: child.stdout }).on("line", (line) => {
      const [, printed] = /^port:\s+(\d+)/.exec(line) ?? [];
      if (printed !== undefined) resolve(printed);
    });
    child.once("close", (code) => reject(new Error(`WireMock ended with ${code} before it was ready.`)));
  });
  return {
    origin: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended;
    },
  };
}
