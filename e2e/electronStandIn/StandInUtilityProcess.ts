import { type ChildProcess, fork } from "node:child_process";
import { EventEmitter } from "node:events";

const parentPort = new URL("./parentPort.ts", import.meta.url).href;

/** A utility process is a child of Node whose `process.parentPort` is there. */
export class StandInUtilityProcess extends EventEmitter {
  readonly serviceName: string;
  readonly #child: ChildProcess;

  constructor(modulePath: string, args: readonly string[], serviceName: string) {
    super();
    this.serviceName = serviceName;
    this.#child = fork(modulePath, args, { execArgv: ["--import", parentPort], serialization: "advanced" });
    this.#child.on("message", (message) => this.emit("message", message));
    this.#child.once("exit", (code) => this.emit("exit", code ?? 1));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** As Electron's, says nothing of a message that does not arrive: the process may have ended. */
  postMessage(message: object): void {
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  kill(): boolean {
    return this.#child.kill();
  }
}
