/** Loaded with `--import` in the stand-in's utility processes: `process.parentPort` as Electron gives it. Messages wait for the first listener. */
import { EventEmitter } from "node:events";

class ParentPort extends EventEmitter {
  constructor() {
    super();
    this.once("newListener", () => {
      process.on("message", (data) => this.emit("message", { data, ports: [] }));
    });
  }

  /** As Electron's, says nothing of a message that does not arrive: the shell may be gone. */
  postMessage(message: unknown): void {
    process.send?.(message, undefined, undefined, () => undefined);
  }
}

Object.defineProperty(process, "parentPort", { value: new ParentPort() });
process.once("disconnect", () => process.exit(0));
