import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, type Page } from "@playwright/test";
import { holdBack } from "../fixtures/heldBack.ts";
import { postEvent } from "../fixtures/klaviyo.ts";
import { program, startServe } from "../fixtures/serve.ts";
import { test } from "../fixtures/test.ts";
import { ExchangePage } from "../pages/ExchangePage.ts";
import { goTo } from "../pages/Navigation.ts";
import { TrafficPage } from "../pages/TrafficPage.ts";

async function openReplay(page: Page, session: string): Promise<void> {
  await goTo(page, "Sessions");
  await page.getByRole("option", { name: session }).first().click();
  await page.getByRole("link", { name: "Replay", exact: true }).click();
}

test("a session goes to another workbench: planned, paused, cancelled, resumed, and told exchange by exchange", async ({
  workbench: { page, compat },
  dataDir,
}) => {
  const there = await startServe(join(dataDir, "there"));
  await using way = await holdBack(there.compat, 3);
  const count = 12;
  for (let number = 0; number < count; number += 1) {
    await postEvent(compat, { metric: "Placed Order", email: `person${number}@example.com` });
  }
  await openReplay(page, "First session");
  const plan = page.getByRole("region", { name: "Dry run" });
  await expect(plan).toContainText(`${count} requests`);
  await page.getByRole("radio", { name: "Another compat API" }).click();
  await page.getByLabel("Base URL of the compat API").fill(way.url);
  await page.getByRole("combobox", { name: "Pace" }).click();
  await page.getByRole("option", { name: "Evenly, so many a second" }).click();
  await page.getByLabel("Requests a second").fill("20");
  await expect(plan).toContainText("1 s");
  await page.getByRole("button", { name: "Start the replay" }).click();

  const results = page.getByRole("region", { name: "Results of the replay" });
  await expect(results.getByRole("option", { name: /^Same: Placed Order/ }).nth(2)).toBeVisible();
  await page.getByRole("button", { name: /^Pause:/ }).click();
  await expect(results).toContainText("paused");
  await page.getByRole("button", { name: /^Cancel:/ }).click();
  await expect(results).toContainText("stopping");
  way.open();
  await page.getByRole("button", { name: /^Resume: \d+ of 12 answered/ }).click();
  await page.getByRole("button", { name: /^Send \d+ request/ }).click();
  await expect(results.getByRole("button", { name: `Same ${count}`, exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(results.getByRole("button", { name: /^Resume/ })).toBeHidden();

  await results.getByRole("button", { name: "Changed 0" }).click();
  await expect(results).toContainText("No exchange came out so");
  await page.reload();
  await expect(results.getByRole("option")).toHaveCount(count);
  await there.stop();
});

test("a replay is repeated with one press, and what differed between both runs becomes rules", async ({
  workbench: { page, compat },
}) => {
  let asked = 0;
  const target = createServer((request, answer) => {
    request.resume();
    asked += 1;
    answer.writeHead(202, { "Content-Type": "application/json" }).end(JSON.stringify({ served: asked }));
  }).listen(0, "127.0.0.1");
  await once(target, "listening");
  await postEvent(compat, { metric: "Placed Order", email: "jane@example.com" });
  await openReplay(page, "First session");
  await page.getByRole("radio", { name: "Another compat API" }).click();
  const { port } = target.address() as AddressInfo;
  await page.getByLabel("Base URL of the compat API").fill(`http://127.0.0.1:${port}`);
  await page.getByRole("button", { name: "Start the replay" }).click();
  await page.getByRole("button", { name: "Learn noise" }).click();
  await page.getByRole("dialog", { name: "Send 1 request once more?" }).getByRole("button", { name: /^Send/ }).click();

  const proposed = page.getByRole("list", { name: "Proposed rules" });
  await expect(proposed).toContainText("/served");
  await proposed.getByRole("button", { name: "Accept" }).click();
  await expect(page.getByText("Nothing is left to learn")).toBeVisible();
  const totals = page.getByRole("navigation", { name: "Totals" });
  await expect(totals.getByRole("link", { name: "1 same" })).toBeVisible();
  target.close();
});

test("a target that is not this machine is confirmed with its name and what is sent there", async ({
  workbench: { page, compat },
}) => {
  await postEvent(compat, { metric: "Placed Order", email: "jane@example.com" });
  await openReplay(page, "First session");
  await page.getByRole("radio", { name: "Klaviyo itself" }).click();
  const start = page.getByRole("button", { name: "Start the replay" });
  await expect(page.getByText("This target takes an API key.")).toBeVisible();
  await expect(start).toBeDisabled();
  await page.getByLabel("API key").fill("pk_0123456789");
  await start.click();
  const dialog = page.getByRole("dialog", { name: "Send 1 request to a.klaviyo.com?" });
  await expect(dialog).toContainText("what is sent there is real");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("None yet.")).toBeVisible();
});

test("an exchange replayed by its key opens as the child, and each names the other", async ({
  workbench: { page, compat },
}) => {
  await postEvent(compat, { metric: "Placed Order", email: "jane@example.com" });
  await new TrafficPage(page).row(/jane@/).click();
  await expect(new ExchangePage(page).pane("Klaviyo request")).toContainText("jane@example.com");
  await page.keyboard.press("r");
  const lineage = page.getByRole("navigation", { name: "Lineage" });
  await expect(lineage).toContainText("Replayed from");
  await lineage.getByRole("link", { name: /Placed Order/ }).click();
  await expect(lineage.getByRole("link", { name: /Replayed/ })).toBeVisible();

  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await goTo(page, "Traffic");
  await new TrafficPage(page).rows.first().click();
  await expect(lineage).toContainText("Edited from");
});

test("a replay that a command sends is shown as under way there, with no way to resume it until the command is gone", async ({
  workbench: { page, compat },
  dataDir,
}) => {
  const there = await startServe(join(dataDir, "there"));
  await using way = await holdBack(there.compat, 2);
  for (let number = 0; number < 4; number += 1) {
    await postEvent(compat, { metric: "Placed Order", email: `person${number}@example.com` });
  }
  const options = ["--target", way.url, "--concurrency", "1", "--json", "--data-dir", dataDir];
  const command = spawn(process.execPath, [program, "replay", "First session", ...options], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: command.stdout });
  for (let seen = 0; seen < 2; seen += 1) await once(lines, "line");
  await openReplay(page, "First session");
  const replays = page.getByRole("region", { name: "Replays so far" });
  await replays.getByRole("link", { name: "Under way in another process: 2 of 4 answered" }).click();
  await expect(page.getByText("Under way in another process: 2 of 4 answered")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Resume/ })).toBeHidden();
  command.kill("SIGKILL");
  await expect(page.getByRole("button", { name: "Resume: 2 of 4 answered" })).toBeVisible();
  await there.stop();
});
