import { expect } from "@playwright/test";
import { test } from "../fixtures/test.ts";

for (const [id, path] of [
  ["go-compose", "/compose"],
  ["go-data", "/data"],
  ["go-settings", "/settings"],
  ["go-traffic", "/traffic"],
] as const) {
  test(`the menu's ${id} shows ${path}`, async ({ desktop }) => {
    await expect(desktop.page.getByRole("navigation", { name: "Screens" })).toBeVisible();
    const start = path === "/traffic" ? "/data" : "/traffic";
    await desktop.page.goto(new URL(start, desktop.page.url()).href);
    await expect(desktop.page.getByRole("main")).toBeVisible();

    await desktop.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id);

    await expect(desktop.page).toHaveURL(new RegExp(`${path}$`));
  });
}

test("the menu opens the palette of all actions", async ({ desktop }) => {
  await expect(desktop.page.getByRole("navigation", { name: "Screens" })).toBeVisible();
  await desktop.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("open-palette")?.click());
  await expect(desktop.page.getByRole("dialog")).toBeVisible();
});
