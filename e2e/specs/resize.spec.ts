import { expect } from "@playwright/test";
import { postEvent } from "../fixtures/klaviyo.ts";
import { test } from "../fixtures/test.ts";
import { ExchangePage } from "../pages/ExchangePage.ts";
import { goTo } from "../pages/Navigation.ts";
import { TrafficPage } from "../pages/TrafficPage.ts";

const wide = { width: 1280, height: 800 };
const narrow = { width: 700, height: 800 };

test("what is written about a session or an exchange stays when the window becomes narrow and wide again", async ({
  page,
  serve,
}) => {
  await page.goto(serve.control);
  await postEvent(serve.compat, { metric: "Placed Order", email: "jane@example.com" });
  const list = new TrafficPage(page).list;
  const sessions = page.getByRole("listbox", { name: "Sessions, newest first" });
  const note = page.getByRole("textbox", { name: "Note" });

  await list.getByRole("option").click();
  await expect(new ExchangePage(page).pane("Klaviyo request")).toContainText("jane@example.com");
  await page.keyboard.press("o");
  await note.fill("half a thought");
  await page.setViewportSize(narrow);
  await expect(list).toBeHidden();
  await expect(note).toHaveValue("half a thought");
  await page.setViewportSize(wide);
  await expect(list).toBeVisible();
  await expect(note).toHaveValue("half a thought");
  await page.getByRole("button", { name: "Save" }).click();

  await goTo(page, "Sessions");
  await sessions.getByRole("option").click();
  await page.getByRole("button", { name: "Edit the session" }).click();
  await note.fill("Recorded on staging.");
  await page.setViewportSize(narrow);
  await expect(sessions).toBeHidden();
  await expect(note).toHaveValue("Recorded on staging.");
  await page.setViewportSize(wide);
  await expect(sessions).toBeVisible();
  await expect(note).toHaveValue("Recorded on staging.");
});
