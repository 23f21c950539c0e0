import { expect, type Locator, type Page } from "@playwright/test";

/** Pastes a text into the page until something is there: a screen that was just asked for does not hear it yet. */
export async function pasteUntil(page: Page, text: string, answer: Locator): Promise<void> {
  await expect(async () => {
    await page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    }, text);
    await expect(answer).toBeVisible({ timeout: 1000 });
  }).toPass();
}
