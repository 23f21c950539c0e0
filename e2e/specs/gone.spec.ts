import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import { postEvent } from "../fixtures/klaviyo.ts";
import { program } from "../fixtures/serve.ts";
import { test } from "../fixtures/test.ts";
import { ExchangePage } from "../pages/ExchangePage.ts";
import { goTo } from "../pages/Navigation.ts";
import { TrafficPage } from "../pages/TrafficPage.ts";

/** Another tab of the same workbench. */
async function openTab(page: Page): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(new URL(page.url()).origin);
  return tab;
}

/** Deletes the session that is recorded into. */
async function deleteSession(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Switch session/ }).click();
  await page.getByRole("menuitem", { name: "Delete this session…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete the session" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
}

const said = (page: Page, text: string | RegExp) => page.getByRole("alert").filter({ hasText: text });

test("an exchange that another tab deletes says so at once, with the note that is being written, until it is put back", async ({
  page,
  serve,
}) => {
  await page.goto(serve.control);
  await postEvent(serve.compat, { metric: "Placed Order", email: "jane@example.com" });
  await new TrafficPage(page).row(/jane@/).click();
  const exchange = new ExchangePage(page).pane("Klaviyo request");
  await expect(exchange).toContainText("jane@example.com");
  await page.keyboard.press("o");
  const note = page.getByRole("textbox", { name: "Note" });
  await note.fill("half a thought");

  const tab = await openTab(page);
  await deleteSession(tab);
  const gone = said(page, "This exchange is no longer there. What was read of it before stays here until you leave.");
  await expect(gone).toBeVisible();
  await expect(note).toHaveValue("half a thought");
  await expect(exchange).toContainText("jane@example.com");

  await tab.getByRole("button", { name: "Undo" }).click();
  await expect(gone).toHaveCount(0);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("region", { name: "Note", exact: true })).toContainText("half a thought");

  await deleteSession(tab);
  const late = await openTab(page);
  await late.goto(page.url());
  await expect(late.getByText("This exchange is no longer there", { exact: true })).toBeVisible();
  await tab.getByRole("button", { name: "Undo" }).click();
  await expect(new ExchangePage(late).pane("Klaviyo request")).toContainText("jane@example.com");

  await deleteSession(tab);
  await gone.getByRole("link", { name: "Go to Traffic" }).click();
  await expect(page.getByText("Waiting for the first request")).toBeVisible();
});

test("a session that another tab deletes says so at once, and the dialog about it stays", async ({ page, serve }) => {
  await page.goto(serve.control);
  await goTo(page, "Sessions");
  await page.getByRole("option", { name: /First session/ }).click();
  await page.getByRole("button", { name: "Edit the session" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit the session" });
  await dialog.getByRole("textbox", { name: "Note" }).fill("Recorded on staging.");

  await deleteSession(await openTab(page));
  const gone = page.getByText("This session is no longer there", { exact: true });
  await expect(gone).toBeVisible();
  await expect(dialog.getByRole("textbox", { name: "Note" })).toHaveValue("Recorded on staging.");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("navigation", { name: "Parts of the session" })).toBeHidden();
  await page.getByRole("link", { name: "All sessions" }).click();
  await expect(page.getByRole("heading", { name: "Choose a session" })).toBeVisible();
});

test("an exchange that a limit removes says so at once", async ({ page, serve }) => {
  await page.goto(serve.control);
  for (const email of ["old@example.com", "new@example.com"])
    await postEvent(serve.compat, { metric: "Placed Order", email });
  const traffic = new TrafficPage(page);
  await traffic.row(/old@/).click();
  await expect(new ExchangePage(page).pane("Klaviyo request")).toContainText("old@example.com");

  const tab = await openTab(page);
  await goTo(tab, "Settings");
  await tab.getByRole("textbox", { name: "Exchanges" }).fill("1");
  await tab.getByRole("button", { name: "See what would be removed…" }).click();
  await tab.getByRole("button", { name: "Remove 1 exchange and set the limit" }).click();
  await expect(said(page, "This exchange is no longer there.")).toBeVisible();
  await expect(traffic.rows).toHaveCount(1);
});

for (const [what, address, title, way, place] of [
  ["exchange", "/traffic/none", "This exchange is no longer there", "Go to Traffic", /\/traffic$/],
  ["comparison", "/compare/none/nothing", "One of these exchanges is no longer there", "Go to Traffic", /\/traffic$/],
  ["session", "/sessions/none/exchanges", "This session is no longer there", "All sessions", /\/sessions$/],
  ["list", "/traffic?session=none", "This session is no longer there", "Back to what arrives", /\/traffic$/],
  ["screen", "/nothing/of/that", "There is no such page", "Go to Traffic", /\/traffic$/],
] as const) {
  test(`the address of no ${what} says so, and leads on`, async ({ page, serve }) => {
    await page.goto(serve.control);
    await page.goto(new URL(address, serve.control).href);
    await expect(page.getByText(title, { exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
    await page.getByRole("main").getByRole("link", { name: way }).click();
    await expect(page).toHaveURL(place);
  });
}

test("what a command splits off leaves the open list, and its session comes to the others, with nothing pressed", async ({
  workbench: { page, compat },
  dataDir,
}) => {
  const traffic = new TrafficPage(page);
  for (const email of ["stays@example.com", "goes@example.com"]) {
    await postEvent(compat, { metric: "Placed Order", email });
    await expect(traffic.row(new RegExp(email))).toBeVisible();
  }
  const split = ["sessions", "split", "latest", "--filter", "goes", "--name", "Split off", "--data-dir", dataDir];
  await promisify(execFile)(process.execPath, [program, ...split]);
  await expect(traffic.row(/goes@/)).toBeHidden();
  await expect(traffic.row(/stays@/)).toBeVisible();
  await page.getByRole("button", { name: /Switch session/ }).click();
  await expect(page.getByRole("menuitem", { name: /Split off/ })).toBeVisible();
});
