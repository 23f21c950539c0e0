import { EventEmitter } from "node:events";
import { existsSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PreventableEvent } from "./PreventableEvent.ts";
import type { StandInBrowser } from "./StandInBrowser.ts";
import type { StandInUtilityProcess } from "./StandInUtilityProcess.ts";

interface OpenWindow {
  announceClose(): void;
}

export class StandInApp extends EventEmitter {
  readonly #browser: StandInBrowser;
  readonly #processes: ReadonlySet<StandInUtilityProcess>;
  readonly #paths = new Map<string, string>();
  readonly #windows = new Set<OpenWindow>();

  constructor(browser: StandInBrowser, processes: ReadonlySet<StandInUtilityProcess>) {
    super();
    this.#browser = browser;
    this.#processes = processes;
    process.once("SIGTERM", () => this.quit());
  }

  whenReady(): Promise<void> {
    return Promise.resolve();
  }

  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path} does not exist.`);
    this.#paths.set(name, path);
  }

  getPath(name: string): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`Nobody has set the path ${name}.`);
    return path;
  }

  getAppMetrics() {
    return [...this.#processes].map(({ pid, serviceName }) => ({ pid, name: serviceName }));
  }

  /** A lock file with the process id; a second start leaves a note beside it that the first one sees. */
  requestSingleInstanceLock(): boolean {
    const folder = this.getPath("userData");
    const lock = join(folder, "instance.lock");
    if (existsSync(lock) && isRunning(Number(readFileSync(lock, "utf8")))) {
      writeFileSync(join(folder, "instance.second"), String(process.pid));
      return false;
    }
    writeFileSync(lock, String(process.pid));
    const watcher = watch(folder, (_kind, name) => {
      if (name === "instance.second") this.emit("second-instance");
    });
    this.once("quit", () => {
      watcher.close();
      rmSync(lock, { force: true });
    });
    return true;
  }

  quit(): void {
    const beforeQuit = new PreventableEvent();
    this.emit("before-quit", beforeQuit);
    if (beforeQuit.defaultPrevented) return;
    for (const window of [...this.#windows]) window.announceClose();
    this.emit("quit");
    void this.#browser.close().finally(() => process.exit(0));
  }

  windowOpened(window: OpenWindow): void {
    this.#windows.add(window);
  }

  windowClosed(window: OpenWindow): void {
    this.#windows.delete(window);
    if (this.#windows.size === 0) this.emit("window-all-closed");
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
