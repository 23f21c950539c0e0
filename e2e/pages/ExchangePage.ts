import type { Locator, Page } from "@playwright/test";

const paneNames = ["Klaviyo request", "Native request", "Native response", "Klaviyo response"] as const;
type PaneName = (typeof paneNames)[number];

/** The four panes of one exchange. */
export class ExchangePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  pane(name: PaneName): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  body(name: PaneName): Locator {
    return this.pane(name).getByRole("textbox", { name: `${name} body` });
  }

  /** What is lit up in a pane because it belongs to the field that is pointed at. */
  lit(name: PaneName): Locator {
    return this.pane(name).locator("[class*='_trace_']");
  }

  get rule(): Locator {
    return this.page.getByRole("region", { name: "Rule", exact: true });
  }

  finding(text: string | RegExp): Locator {
    return this.page.getByRole("listbox", { name: "Findings" }).getByRole("option", { name: text });
  }
}
