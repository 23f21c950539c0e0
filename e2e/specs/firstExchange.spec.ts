import { expect } from "@playwright/test";
import { test } from "../fixtures/test.ts";
import { ExchangePage } from "../pages/ExchangePage.ts";
import { TrafficPage } from "../pages/TrafficPage.ts";

test("an empty workbench shows the base URL and leads to a first exchange in one press", async ({ workbench }) => {
  const { page } = workbench;
  const traffic = new TrafficPage(page);
  await expect(page.getByRole("banner").getByText(workbench.compat.replace("127.0.0.1", "localhost"))).toBeVisible();
  await expect(page.getByText("Waiting for the first request")).toBeVisible();

  await traffic.sendSample.click();

  await expect(traffic.rows).toHaveCount(1);
  await expect(traffic.row(/answered 202/)).toBeVisible();
  await traffic.rows.first().click();
  const exchange = new ExchangePage(page);
  await expect(exchange.pane("Klaviyo request")).toContainText('"type": "event"');
  await expect(exchange.pane("Native request")).toContainText("event_type");
  await expect(exchange.pane("Native response")).toContainText("evt_");
  await expect(exchange.pane("Klaviyo response")).toContainText('"type": "event"');
});
