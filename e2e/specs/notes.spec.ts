import { expect } from "@playwright/test";
import { postEvent } from "../fixtures/klaviyo.ts";
import { test } from "../fixtures/test.ts";
import { ExchangePage } from "../pages/ExchangePage.ts";
import { goTo } from "../pages/Navigation.ts";
import { TrafficPage } from "../pages/TrafficPage.ts";

test("a note stays beside its exchange until it is taken away", async ({ workbench: { page, compat } }) => {
  await postEvent(compat, { metric: "Placed Order", email: "jane@example.com" });
  await new TrafficPage(page).row(/jane@/).click();
  const note = page.getByRole("region", { name: "Note", exact: true });
  const field = page.getByRole("textbox", { name: "Note" });
  await page.getByRole("button", { name: "Note", exact: true }).click();
  await expect(field).toBeFocused();
  await field.fill("The shop sends this twice.\nSee ticket 17.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(note).toContainText("See ticket 17.");

  await page.reload();
  await expect(note).toContainText("The shop sends this twice.");
  await page.keyboard.press("o");
  await field.fill("");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(note).toBeHidden();
});

test("a session is found by its name, tags and note in the list of sessions", async ({ workbench: { page } }) => {
  const picker = page.getByRole("button", { name: /Switch session/ });
  const dialog = page.getByRole("dialog");
  await picker.click();
  await page.getByRole("menuitem", { name: "Edit this session…" }).click();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Checkout of the new shop");
  await dialog.getByLabel("Tags").fill("checkout");
  await page.keyboard.press("Enter");
  await dialog.getByRole("textbox", { name: "Note" }).fill("Recorded on staging.");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(picker).toContainText("Checkout of the new shop");

  await goTo(page, "Sessions");
  await page.getByRole("searchbox", { name: "Search the sessions" }).fill("staging");
  const row = page.getByRole("listbox", { name: "Sessions, newest first" }).getByRole("option");
  await expect(row).toContainText(["Checkout of the new shop"]);
  await expect(row).toContainText(["checkout"]);
  await row.click();
  await expect(page.getByRole("heading", { name: "Checkout of the new shop" })).toBeVisible();
});

test("a deleted session can be had back at once, and is recorded into again", async ({
  workbench: { page, compat },
}) => {
  await postEvent(compat, { metric: "Placed Order", email: "jane@example.com" });
  const traffic = new TrafficPage(page);
  await expect(traffic.row(/jane@/)).toBeVisible();
  const picker = page.getByRole("button", { name: /Switch session/ });
  await picker.click();
  await page.getByRole("menuitem", { name: "Delete this session…" }).click();
  await page.getByRole("button", { name: "Delete the session" }).click();
  await expect(traffic.row(/jane@/)).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(traffic.row(/jane@/)).toBeVisible();
  await expect(picker).toContainText("First session1");
});

for (const [button, opened] of [
  ["Note", "dialog"],
  ["Copy as…", "menu"],
] as const) {
  test(`“${button}” opens below its button`, async ({ workbench: { page, compat } }) => {
    await postEvent(compat, { metric: "Placed Order", email: "jane@example.com" });
    await new TrafficPage(page).row(/jane@/).click();
    const target = page.getByRole("button", { name: button, exact: true });
    await target.click();
    const dropdown = page.getByRole(opened);
    await expect(async () => {
      const [above, below] = await Promise.all([target.boundingBox(), dropdown.boundingBox()]);
      expect(Math.abs((above?.x ?? 0) + (above?.width ?? 0) - (below?.x ?? 0) - (below?.width ?? 0))).toBeLessThan(4);
      expect((below?.y ?? 0) - (above?.y ?? 0) - (above?.height ?? 0)).toBeLessThan(20);
    }).toPass();
  });
}

test("what is written beside an exchange waits there, and never goes to another one", async ({
  workbench: { page, compat },
}) => {
  for (const email of ["one@example.com", "two@example.com"])
    await postEvent(compat, { metric: "Placed Order", email });
  const traffic = new TrafficPage(page);
  const field = page.getByRole("textbox", { name: "Note" });
  await traffic.row(/one@/).click();
  await traffic.row(/two@/).click();
  await expect(new ExchangePage(page).pane("Klaviyo request")).toContainText("two@example.com");
  await page.keyboard.press("o");
  await field.fill("of the second");
  await page.keyboard.press("Escape");
  await page.keyboard.press("o");
  await expect(field).toHaveValue("of the second");
  await page.goBack();
  await expect(field).toBeHidden();
  await page.keyboard.press("o");
  await expect(field).toHaveValue("");
});
