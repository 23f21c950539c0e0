import { EventEmitter } from "node:events";
import { readFile } from "node:fs/promises";
import type { Frame, Page } from "@playwright/test";
import { preloadScript, receiverKey } from "./preloadScript.ts";
import type { StandInBrowser } from "./StandInBrowser.ts";
import type { SenderFrame, StandInIpc } from "./StandInIpc.ts";
import { watchNavigation } from "./watchNavigation.ts";

export interface WebPreferences {
  readonly preload: string;
}

type OpenHandler = (details: { url: string }) => { action: "allow" | "deny" };

export class StandInWebContents extends EventEmitter {
  readonly #preferences: WebPreferences;
  readonly #browser: StandInBrowser;
  readonly #ipc: StandInIpc;
  readonly #onClosed: () => void;
  #openHandler: OpenHandler = () => ({ action: "allow" });
  #page: Promise<Page> | undefined;

  constructor(preferences: WebPreferences, browser: StandInBrowser, ipc: StandInIpc, onClosed: () => void) {
    super();
    this.#preferences = preferences;
    this.#browser = browser;
    this.#ipc = ipc;
    this.#onClosed = onClosed;
  }

  getLastWebPreferences(): WebPreferences {
    return this.#preferences;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  /** As Electron does it: a load that fails, for example because the program ends, is no fault for who does not wait for it. */
  load(url: string): Promise<void> {
    const loaded = this.#load(url);
    loaded.catch(() => undefined);
    return loaded;
  }

  send(channel: string, ...args: unknown[]): void {
    const message = { key: receiverKey, channel, args };
    // A message to a page that is gone reaches nobody.
    void this.#page
      ?.then((page) =>
        page.evaluate(({ key, channel, args }) => Reflect.get(window, Symbol.for(key))?.(channel, args), message),
      )
      .catch(() => undefined);
  }

  forcefullyCrashRenderer(): void {
    // The command never gets an answer: the page that would give it is gone.
    void this.#page?.then((page) => page.goto("chrome://crash")).catch(() => undefined);
  }

  isCrashed(): boolean {
    return this.#page === undefined;
  }

  async #load(url: string): Promise<void> {
    this.#page ??= this.#open();
    await (await this.#page).goto(url, { waitUntil: "commit" });
  }

  async #open(): Promise<Page> {
    const context = await this.#browser.context();
    const blank = context.pages().find((open) => open.url() === "about:blank");
    const page = blank ?? (await context.newPage());
    const { binding, script } = preloadScript(await readFile(this.#preferences.preload, "utf8"));
    await page.exposeBinding(binding, ({ frame }, channel: string, args: unknown[]) =>
      this.#ipc.invoke(senderFrame(frame), channel, args),
    );
    await page.addInitScript(script);
    await watchNavigation(page, this, (url) => this.#openHandler({ url }).action === "allow");
    page.on("close", this.#onClosed);
    page.on("crash", () => this.#crashed());
    return page;
  }

  /** A crashed page takes no more commands: the next load opens another one. */
  #crashed(): void {
    void this.#page?.then((page) => page.off("close", this.#onClosed).close());
    this.#page = undefined;
    this.emit("render-process-gone", {}, { reason: "crashed" });
  }
}

function senderFrame(frame: Frame): SenderFrame {
  const parent = frame.parentFrame();
  return { origin: new URL(frame.url()).origin, parent: parent && senderFrame(parent) };
}
