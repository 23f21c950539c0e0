import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type BrowserContext, chromium } from "@playwright/test";
import type { StandInSession } from "./StandInSession.ts";

/** One Chromium for the whole program, started with the first window, with a port by which a spec reaches the same pages. */
export class StandInBrowser {
  readonly #session: StandInSession;
  readonly #userData: () => string;
  #context: Promise<BrowserContext> | undefined;

  constructor(session: StandInSession, userData: () => string) {
    this.#session = session;
    this.#userData = userData;
  }

  context(): Promise<BrowserContext> {
    this.#context ??= this.#launch();
    return this.#context;
  }

  async close(): Promise<void> {
    await (await this.#context)?.close();
  }

  async #launch(): Promise<BrowserContext> {
    const folder = join(this.#userData(), "chromium");
    const { CHROME_PATH } = process.env;
    const context = await chromium.launchPersistentContext(folder, {
      ...(CHROME_PATH !== undefined && { executablePath: CHROME_PATH }),
      args: [
        "--remote-debugging-port=0",
        "--window-size=1440,900",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
      // Chromium leaves a folder of its own there, which goes with the user's data.
      env: { ...process.env, TMPDIR: this.#userData() },
      viewport: null,
      permissions: this.#session.grantedPermissions(),
    });
    const [port] = (await readFile(join(folder, "DevToolsActivePort"), "utf8")).split("\n");
    process.send?.({ type: "browser", endpoint: `http://127.0.0.1:${port}` });
    return context;
  }
}
