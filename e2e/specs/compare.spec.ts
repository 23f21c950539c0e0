import { expect } from "@playwright/test";
import { postEvent } from "../fixtures/klaviyo.ts";
import { test } from "../fixtures/test.ts";
import { goTo } from "../pages/Navigation.ts";
import { TrafficPage } from "../pages/TrafficPage.ts";

test("two exchanges are compared place by place and as text, and a difference becomes a rule with one press", async ({
  workbench: { page, compat },
}) => {
  await postEvent(compat, { metric: "Placed Order", email: "jane@example.com", uniqueId: "one" });
  await postEvent(compat, { metric: "Placed Order", email: "jane@example.com", uniqueId: "two" });
  await new TrafficPage(page).row(/jane@/).first().click();
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await page.getByRole("option", { name: /same endpoint and subject/ }).click();

  const comparison = page.getByRole("article", { name: "Comparison of two exchanges" });
  await expect(comparison.getByRole("status").first()).toContainText(/\d+ differences?/);
  const calls = comparison.getByRole("table", { name: "Differences: Native calls" });
  await expect(calls.getByRole("row", { name: /unique_id|idempotency/ }).first()).toContainText("two");

  await page.keyboard.press("t");
  await expect(comparison.getByRole("textbox", { name: /, right$/ })).toContainText("two");
  await page.keyboard.press("t");

  const ignoring = comparison.getByRole("button", { name: "Ignore this place" });
  for (let left = await ignoring.count(); left > 0; left--) {
    await ignoring.first().click();
    await expect(ignoring).toHaveCount(left - 1);
  }
  await expect(comparison.getByText("same", { exact: true })).toBeVisible();
  await expect(comparison.getByRole("region", { name: "Excused by rules" })).toContainText("Remove");
});

test("two sessions are compared by place, and what is learnt from them makes them the same", async ({
  workbench: { page, compat },
}) => {
  await postEvent(compat, { metric: "Placed Order", email: "jane@example.com", anonymousId: "one" });
  await page.getByRole("button", { name: /Switch session/ }).click();
  await page.getByRole("menuitem", { name: /New session/ }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Second run");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /Second run.*Switch session/ })).toBeVisible();
  await postEvent(compat, { metric: "Placed Order", email: "jane@example.com", uniqueId: "two" });

  await goTo(page, "Sessions");
  await page.getByRole("option", { name: /Second run/ }).click();
  await page.getByRole("link", { name: "Compare", exact: true }).click();
  await page.getByRole("combobox", { name: "Compare with" }).click();
  await page.getByRole("option", { name: "First session", exact: true }).click();
  const totals = page.getByRole("navigation", { name: "Totals" });
  await expect(totals.getByRole("link", { name: "1 changed" })).toBeVisible();
  await expect(page.getByRole("table", { name: "Differences by place" })).toContainText("Native calls");

  await page.getByText("Learn noise").click();
  const accept = page.getByRole("button", { name: "Accept" });
  await expect(accept.first()).toBeVisible();
  for (let left = await accept.count(); left > 0; left--) {
    await accept.first().click();
    await expect(accept).toHaveCount(left - 1);
  }
  await expect(totals.getByRole("link", { name: "1 same" })).toBeVisible();
});
