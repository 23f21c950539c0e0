import type { Locator, Page } from "@playwright/test";

/** The list of exchanges, and the guide that stands there while there is none. */
export class TrafficPage {
  readonly page: Page;
  readonly list: Locator;
  readonly rows: Locator;
  readonly newChip: Locator;
  readonly filter: Locator;
  readonly sendSample: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole("listbox", { name: "Exchanges, newest first" });
    this.rows = this.list.getByRole("option");
    this.newChip = page.getByRole("button", { name: /^[\d,]+ new$/ });
    this.filter = page.getByRole("combobox", { name: "Filter" });
    this.sendSample = page.getByRole("button", { name: "Send a sample" });
  }

  row(text: string | RegExp): Locator {
    return this.list.getByRole("option", { name: text });
  }
}
