import type { Locator, Page } from "@playwright/test";
import { pasteUntil } from "./pasteUntil.ts";

/** The sessions, and the one that is chosen. */
export class SessionsPage {
  readonly page: Page;
  readonly list: Locator;
  /** The long work of the host, at the foot of every screen. */
  readonly work: Locator;
  readonly preview: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole("listbox", { name: "Sessions, newest first" });
    this.work = page.getByRole("region", { name: "Work" });
    this.preview = page.getByRole("region", { name: "Preview" });
  }

  session(name: string | RegExp): Locator {
    return this.list.getByRole("option", { name });
  }

  tab(name: string): Locator {
    return this.page.getByRole("navigation", { name: "Parts of the session" }).getByRole("link", { name });
  }

  /** Drops a file onto the window, as from the desktop. */
  async drop(name: string, text: string): Promise<void> {
    const dataTransfer = await this.page.evaluateHandle(
      ([file, content]) => {
        const data = new DataTransfer();
        data.items.add(new File([content ?? ""], file ?? ""));
        return data;
      },
      [name, text],
    );
    await this.page.dispatchEvent("body", "dragenter", { dataTransfer });
    await this.page.dispatchEvent("body", "drop", { dataTransfer });
  }

  async paste(text: string): Promise<void> {
    await pasteUntil(this.page, text, this.page.getByRole("alertdialog", { name: "Pasted text" }));
  }

  async chooseFormat(name: string): Promise<void> {
    await this.page.getByRole("combobox", { name: "Format" }).click();
    await this.page.getByRole("option", { name }).click();
  }
}
