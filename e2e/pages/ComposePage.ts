import type { Locator, Page } from "@playwright/test";
import { ExchangePage } from "./ExchangePage.ts";

/** A request while it is written; its panes are those of an exchange. */
export class ComposePage extends ExchangePage {
  readonly send: Locator;

  constructor(page: Page) {
    super(page);
    this.send = page.getByRole("button", { name: "Send", exact: true });
  }

  /** Puts `text` in the place of the whole body, as by a paste. */
  async replaceBody(text: string): Promise<void> {
    await this.body("Klaviyo request").focus();
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.page.keyboard.insertText(text);
  }
}
