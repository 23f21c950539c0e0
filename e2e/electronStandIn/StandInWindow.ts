import { EventEmitter } from "node:events";
import type { StandInApp } from "./StandInApp.ts";
import type { StandInBrowser } from "./StandInBrowser.ts";
import type { StandInIpc } from "./StandInIpc.ts";
import { StandInWebContents, type WebPreferences } from "./StandInWebContents.ts";

interface WindowOptions {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly webPreferences: WebPreferences;
}

interface Surroundings {
  readonly app: StandInApp;
  readonly browser: StandInBrowser;
  readonly ipc: StandInIpc;
}

export class StandInWindow extends EventEmitter {
  static readonly #open = new Set<StandInWindow>();
  readonly webContents: StandInWebContents;
  readonly #app: StandInApp;
  #bounds: { x: number; y: number; width: number; height: number };
  #state: "normal" | "maximised" | "minimised" = "normal";
  #focusCount = 0;
  #isDestroyed = false;

  constructor(options: WindowOptions, { app, browser, ipc }: Surroundings) {
    super();
    this.#app = app;
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width, height: options.height };
    this.webContents = new StandInWebContents(options.webPreferences, browser, ipc, () => this.announceClose());
    StandInWindow.#open.add(this);
    app.windowOpened(this);
    app.emit("web-contents-created", {}, this.webContents);
  }

  static getAllWindows(): StandInWindow[] {
    return [...StandInWindow.#open];
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.load(url);
  }

  getNormalBounds() {
    return this.#bounds;
  }

  setBounds(bounds: Partial<{ x: number; y: number; width: number; height: number }>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
  }

  maximize(): void {
    this.#state = "maximised";
  }

  minimize(): void {
    this.#state = "minimised";
  }

  restore(): void {
    this.#state = "normal";
  }

  isMaximized(): boolean {
    return this.#state === "maximised";
  }

  isMinimized(): boolean {
    return this.#state === "minimised";
  }

  focus(): void {
    this.#focusCount += 1;
    this.emit("focus");
  }

  isFocused(): boolean {
    return this.#focusCount > 0;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  announceClose(): void {
    if (this.#isDestroyed) return;
    this.emit("close");
    this.#isDestroyed = true;
    StandInWindow.#open.delete(this);
    this.emit("closed");
    this.#app.windowClosed(this);
  }
}
