import { expect, type Page } from "@playwright/test";

export const screenNames = ["Traffic", "Compose", "Sessions", "Data", "Settings"] as const;
type ScreenName = (typeof screenNames)[number];

/** Goes to a screen by the rail at the left. */
export async function goTo(page: Page, screen: ScreenName): Promise<void> {
  const link = page.getByRole("navigation", { name: "Screens" }).getByRole("link", { name: screen });
  await link.click();
  // Away from the rail, so that its tooltips cover nothing.
  await page.mouse.move(0, 0);
  await expect(page.getByRole("tooltip")).toHaveCount(0);
}
