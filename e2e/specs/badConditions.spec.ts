import { expect } from "@playwright/test";
import { fillDisk, noDisk, seenBy, smallDisk } from "../../electron/cli/commands/serve/smallDisk.fixture.ts";
import { freePort } from "../fixtures/freePort.ts";
import { postEvent } from "../fixtures/klaviyo.ts";
import { startServe } from "../fixtures/serve.ts";
import { test } from "../fixtures/test.ts";
import { ExchangePage } from "../pages/ExchangePage.ts";
import { TrafficPage } from "../pages/TrafficPage.ts";

/** How long the workbench is stopped: for a program, that is what a machine that sleeps looks like. Milliseconds. */
const sleepMs = 3000;

test("after a sleep the page goes on without loss or doubles", async ({ page, serve }) => {
  const traffic = new TrafficPage(page);
  await page.goto(serve.control);
  await postEvent(serve.compat, { metric: "Placed Order", email: "before@example.com" });
  await expect(traffic.rows).toHaveCount(1);

  process.kill(serve.pid, "SIGSTOP");
  const waiting = [1, 2, 3].map((at) =>
    postEvent(serve.compat, { metric: "Placed Order", email: `asleep${at}@example.com` }),
  );
  await new Promise((resolve) => setTimeout(resolve, sleepMs));
  process.kill(serve.pid, "SIGCONT");
  await Promise.all(waiting);
  await postEvent(serve.compat, { metric: "Placed Order", email: "after@example.com" });

  await expect(traffic.row(/after@/)).toHaveCount(1);
  for (const at of [1, 2, 3]) await expect(traffic.row(new RegExp(`asleep${at}@`))).toHaveCount(1);
  await expect(traffic.rows).toHaveCount(5);
});

test("a screen that was not looked at yet opens while the host does not answer", async ({ page, serve }) => {
  await page.goto(serve.control);
  // All of them are read by then: the last in the table of screens is.
  await page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => /SettingsScreen/.test(name)),
  );
  process.kill(serve.pid, "SIGSTOP");
  try {
    await page.getByRole("navigation", { name: "Screens" }).getByRole("link", { name: "Compose" }).click();
    await expect(page.getByRole("region", { name: "Klaviyo request" })).toBeVisible();
  } finally {
    process.kill(serve.pid, "SIGCONT");
  }
});

test("a page whose workbench ended says that it goes on trying, and, once that was started anew, only where it is now", async ({
  page,
  dataDir,
}) => {
  const options = [`--control-port=${await freePort()}`];
  const first = await startServe(dataDir, options);
  await page.goto(first.control);
  for (const email of ["one@example.com", "two@example.com"])
    await postEvent(first.compat, { metric: "Placed Order", email });
  const row = (text: RegExp) => new TrafficPage(page).row(text);
  await row(/one@/).click();
  await expect(new ExchangePage(page).pane("Klaviyo request")).toContainText("one@example.com");
  await first.stop();
  await expect(page.getByText("Reconnecting…")).toBeVisible();
  await row(/two@/).click();
  await expect(page.getByText("The workbench does not answer", { exact: true })).toBeVisible();
  const banner = page.getByRole("alert").filter({ hasText: /^The workbench/ });
  await expect(banner.filter({ hasText: "does not answer. This page goes on trying." })).toBeVisible();

  const second = await startServe(dataDir, options);
  await expect(banner.filter({ hasText: "was started anew, and this page is of the run before. Open" })).toBeVisible();
  await expect(page.getByText(/goes on trying|Reconnecting/)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
  await page.goto(second.control);
  await expect(row(/two@/)).toBeVisible();
  await second.stop();
});

test("the frame says that the disk is full, as long as it is", async ({ page, dataDir }, testInfo) => {
  const disk = smallDisk(dataDir, "size=24m");
  testInfo.skip(!disk, noDisk);
  const serve = await startServe(dataDir, [], disk?.within);
  const post = (email: string) => postEvent(serve.compat, { metric: "Placed Order", email });
  const fault = page.getByRole("alert").filter({ hasText: /^The disk of the data folder .+ is full: nothing/ });
  await page.goto(serve.control);
  expect((await post("before@example.com")).status).toBe(202);
  await expect(new TrafficPage(page).rows).toHaveCount(1);

  const giveBack = fillDisk(seenBy(serve.pid, dataDir));
  await expect.poll(async () => (await post("full@example.com")).status).toBe(500);
  await expect(fault).toBeVisible();

  giveBack();
  expect((await post("after@example.com")).status).toBe(202);
  await expect(fault).toHaveCount(0);
  await expect(new TrafficPage(page).row(/after@/)).toHaveCount(1);
  await serve.stop();
});
