import { expect, type Page } from "@playwright/test";
import { postEvent } from "../fixtures/klaviyo.ts";
import { startServe } from "../fixtures/serve.ts";
import { test } from "../fixtures/test.ts";
import { goTo } from "../pages/Navigation.ts";
import { TrafficPage } from "../pages/TrafficPage.ts";

const recording = (page: Page) => page.getByRole("button", { name: "Recording", exact: true });
const picker = (page: Page) => page.getByRole("button", { name: /Switch session/ });
const work = (page: Page) => page.getByRole("region", { name: "Work" });
const sessionRow = (page: Page, name: RegExp) =>
  page.getByRole("listbox", { name: "Sessions, newest first" }).getByRole("option", { name });

async function chooseInMenu(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: "Duplicate, merge or split the session" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

test("while recording is paused, traffic is shown and not kept, until a person keeps it", async ({
  workbench: { page, compat },
}) => {
  const traffic = new TrafficPage(page);
  await postEvent(compat, { metric: "Placed Order", email: "before@example.com" });
  await expect(traffic.row(/before@/)).toBeVisible();
  await page.keyboard.press("p");
  await expect(recording(page)).toHaveAttribute("aria-pressed", "false");
  await expect(page.getByText("Paused: what arrives is answered and shown, not kept.")).toBeVisible();

  const answer = await postEvent(compat, { metric: "Placed Order", email: "during@example.com" });
  expect(answer.status).toBe(202);
  await expect(traffic.row(/during@.*not kept/)).toBeVisible();
  await expect(traffic.row(/before@/)).toBeVisible();
  await expect(page.getByText("Paused: 1 exchange shown, not kept.")).toBeVisible();
  await expect(picker(page)).toContainText("First session1");

  await page.getByRole("button", { name: "Keep them in “First session”" }).click();
  await expect(picker(page)).toContainText("First session2");
  await expect(traffic.row(/during@/)).toBeVisible();
  await expect(traffic.row(/not kept/)).toBeHidden();
  await page.getByRole("button", { name: "Resume recording" }).click();
  await expect(recording(page)).toHaveAttribute("aria-pressed", "true");
  await postEvent(compat, { metric: "Placed Order", email: "after@example.com" });
  await expect(picker(page)).toContainText("First session3");
});

test("what was not kept stays in sight after recording goes on, and can be cleared", async ({
  workbench: { page, compat },
}) => {
  const traffic = new TrafficPage(page);
  await recording(page).click();
  await expect(recording(page)).toHaveAttribute("aria-pressed", "false");
  await postEvent(compat, { metric: "Placed Order", email: "during@example.com" });
  await expect(traffic.row(/during@/)).toBeVisible();
  await recording(page).click();
  await expect(recording(page)).toHaveAttribute("aria-pressed", "true");
  await postEvent(compat, { metric: "Placed Order", email: "after@example.com" });
  await expect(traffic.rows).toHaveCount(2);
  await expect(page.getByText("While recording was paused: 1 exchange shown, not kept.")).toBeVisible();
  await page.getByRole("button", { name: "Clear…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Clear" }).click();
  await expect(traffic.rows).toHaveCount(1);
  await expect(page.getByRole("region", { name: "Not kept" })).toBeHidden();
});

test("a workbench that was paused is paused after a restart", async ({ page, dataDir }) => {
  const paused = await startServe(dataDir, ["--recording=paused"]);
  await postEvent(paused.compat, { metric: "Placed Order", email: "during@example.com" });
  await paused.stop();
  const serve = await startServe(dataDir);
  await page.goto(serve.control);
  await expect(page.getByText("Paused: 1 exchange shown, not kept.")).toBeVisible();
  await expect(new TrafficPage(page).row(/during@.*not kept/)).toBeVisible();
  await serve.stop();
});

test("a session is duplicated, merged and split, and the split undone", async ({ workbench: { page, compat } }) => {
  for (const metric of ["Placed Order", "Placed Order", "Started Checkout"]) {
    await postEvent(compat, { metric, email: "jane@example.com" });
  }
  await expect(picker(page)).toContainText("First session3");
  await goTo(page, "Sessions");
  await sessionRow(page, /First session/).click();
  await chooseInMenu(page, "Duplicate");
  await expect(sessionRow(page, /^Copy of First session; 3 exchanges/)).toBeVisible();

  await chooseInMenu(page, "Merge with others…");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: "Copy of First session" }).check();
  await expect(dialog.getByText("2 sessions, 6 exchanges")).toBeVisible();
  await dialog.getByRole("button", { name: "Merge" }).click();
  await expect(sessionRow(page, /^First session, merged; 6 exchanges/)).toBeVisible();

  await chooseInMenu(page, "Split by a filter…");
  await dialog.getByRole("textbox", { name: "Exchanges to move" }).fill("checkout");
  await expect(dialog.getByText("1 exchange moves, 2 stay.")).toBeVisible();
  await dialog.getByRole("button", { name: "Split" }).click();
  await expect(sessionRow(page, /^First session, split off; 1 exchange /)).toBeVisible();
  await expect(sessionRow(page, /^First session; recorded into; 2 exchanges/)).toBeVisible();

  await work(page).getByRole("button", { name: "Undo" }).click();
  await expect(sessionRow(page, /^First session; recorded into; 3 exchanges/)).toBeVisible();
  await expect(sessionRow(page, /split off/)).toBeHidden();
});

test("a limit shows what it would remove, then removes it and says so", async ({ workbench: { page, compat } }) => {
  for (const email of ["old@example.com", "new@example.com"])
    await postEvent(compat, { metric: "Placed Order", email });
  await expect(picker(page)).toContainText("First session2");
  await goTo(page, "Settings");
  const retention = page.getByRole("region", { name: "Retention" });
  await retention.getByRole("textbox", { name: "Exchanges" }).fill("1");
  await retention.getByRole("button", { name: "See what would be removed…" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("row", { name: /First session 1 exchange/ })).toBeVisible();
  await dialog.getByRole("button", { name: "Remove 1 exchange and set the limit" }).click();
  await expect(retention.getByText("Of each session, at most 1 exchange is kept.")).toBeVisible();
  await expect(picker(page)).toContainText("First session1");
  await goTo(page, "Sessions");
  await sessionRow(page, /First session/).click();
  await expect(page.getByText(/1 older exchange removed by the limits in Settings/)).toBeVisible();
});
