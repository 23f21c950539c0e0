import { expect, type Locator, type Page } from "@playwright/test";
import { postEvent } from "../fixtures/klaviyo.ts";
import { test } from "../fixtures/test.ts";
import { ExchangePage } from "../pages/ExchangePage.ts";
import { TrafficPage } from "../pages/TrafficPage.ts";

async function openEvent({ page, compat }: { page: Page; compat: string }): Promise<ExchangePage> {
  await postEvent(compat, { metric: "Placed Order", email: "jane@example.com", anonymousId: "device-7" });
  await new TrafficPage(page).row(/jane@/).click();
  const exchange = new ExchangePage(page);
  await expect(exchange.pane("Klaviyo request")).toContainText("jane@example.com");
  return exchange;
}

/** Points at a field until its counterpart is lit: for a moment after a pane is drawn, its fields are not told apart yet. */
async function pointAt(field: Locator, lit: Locator, counterpart: string): Promise<void> {
  await expect(async () => {
    await field.hover();
    await expect(lit).toContainText([counterpart], { timeout: 2000 });
  }).toPass({ timeout: 20_000 });
}

test("pointing at a field shows where it went, where it came from, and by which rule", async ({ workbench }) => {
  const exchange = await openEvent(workbench);

  const email = exchange.pane("Klaviyo request").getByText('"jane@example.com"');
  await pointAt(email, exchange.lit("Native request"), "jane@example.com");
  await expect(exchange.rule).toContainText("documented");
  await expect(exchange.rule).toContainText("Rule ");

  const eventType = exchange.pane("Native request").getByText('"placed_order"');
  await pointAt(eventType, exchange.lit("Klaviyo request"), "Placed Order");
  await expect(exchange.rule).toContainText("event_type");
});

test("the keyboard follows a field from pane to pane and back", async ({ workbench }) => {
  const { page } = workbench;
  const exchange = await openEvent(workbench);
  const request = exchange.body("Klaviyo request");
  await request.focus();
  await page.keyboard.press("ControlOrMeta+Home");

  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    await expect(exchange.lit("Klaviyo request")).toContainText(["jane@example.com"], { timeout: 150 });
  }).toPass({ intervals: [0] });
  await expect(exchange.lit("Native request")).toContainText(["jane@example.com"]);

  await page.keyboard.press("F6");
  await expect(exchange.body("Native request")).toBeFocused();
  await expect(exchange.lit("Klaviyo request")).toContainText(["jane@example.com"]);
  await page.keyboard.press("Shift+F6");
  await expect(request).toBeFocused();
});

test("a finding leads to its field", async ({ workbench }) => {
  const exchange = await openEvent(workbench);
  await exchange.finding(/^lost.*anonymous_id/).click();
  await expect(exchange.body("Klaviyo request")).toBeFocused();
  await expect(exchange.rule).toContainText("anonymous_id");
  await expect(exchange.rule).toContainText("No rule carries this field on.");
});
