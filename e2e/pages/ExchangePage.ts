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
}
