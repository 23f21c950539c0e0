import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { postEvent } from "../fixtures/klaviyo.ts";
import { test } from "../fixtures/test.ts";
import { ExchangePage } from "../pages/ExchangePage.ts";
import { goTo, screenNames } from "../pages/Navigation.ts";
import { TrafficPage } from "../pages/TrafficPage.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const dialogs = [
  ["ControlOrMeta+k", "Search or run"],
  ["?", "Keyboard shortcuts"],
] as const;

for (const colorScheme of ["light", "dark"] as const) {
  test(`no screen has an accessibility violation in the ${colorScheme} theme`, async ({ workbench }) => {
    const { page, compat } = workbench;
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const violations: string[] = [];
    const audit = async (screen: string) => {
      const found = await new AxeBuilder({ page }).withTags(rules).analyze();
      for (const { id, nodes } of found.violations)
        violations.push(`${screen}: ${id}: ${nodes.map((node) => node.html).join(" ")}`);
    };

    await expect(page.getByText("Waiting for the first request")).toBeVisible();
    await audit("Traffic, empty");
    await postEvent(compat, { metric: "Placed Order", email: "audit@example.com" });
    await new TrafficPage(page).row(/audit@/).click();
    await expect(new ExchangePage(page).pane("Klaviyo request")).toContainText("audit@example.com");
    await audit("Exchange");
    for (const screen of screenNames) {
      await goTo(page, screen);
      await expect(page.getByRole("main")).toBeVisible();
      await audit(screen);
    }
    for (const [keys, dialog] of dialogs) {
      await page.keyboard.press(keys);
      await expect(page.getByRole("dialog", { name: dialog })).toBeVisible();
      await audit(dialog);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toBeHidden();
    }
    expect(violations).toEqual([]);
  });
}

test("a dialog that is left gives the focus back to what opened it", async ({ workbench: { page, compat } }) => {
  await postEvent(compat, { metric: "Placed Order", email: "focus@example.com" });
  await goTo(page, "Data");
  const opener = page.getByRole("button", { name: "Empty the sandbox" });
  await opener.click();
  await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(opener).toBeFocused();
});

test("the address of a live API that was typed is still there after a look at another screen", async ({
  workbench: { page },
}) => {
  const address = page.getByRole("textbox", { name: "Base URL of the live API" });
  await goTo(page, "Settings");
  await address.fill("http://localhost:9999/v1");
  await goTo(page, "Traffic");
  await goTo(page, "Settings");
  await expect(address).toHaveValue("http://localhost:9999/v1");
});
