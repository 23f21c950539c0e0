import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { harEntry, harText } from "../fixtures/har.ts";
import { apiKey, eventDocument, postEvent } from "../fixtures/klaviyo.ts";
import { test } from "../fixtures/test.ts";
import { goTo } from "../pages/Navigation.ts";
import { SessionsPage } from "../pages/SessionsPage.ts";
import { TrafficPage } from "../pages/TrafficPage.ts";

const har = harText([harEntry("jane@shop.test"), { nothing: true }, harEntry("ada@shop.test")]);

test("a HAR that is dropped becomes a session, which is exported with its people masked", async ({
  workbench: { page },
}) => {
  const sessions = new SessionsPage(page);
  await goTo(page, "Sessions");
  await sessions.drop("shop.har", har);
  await expect(sessions.work).toContainText("Import of shop.har");
  await expect(sessions.work).toContainText("2 exchanges");
  await sessions.work.getByRole("button", { name: "1 skipped" }).click();
  await expect(page.getByRole("dialog")).toContainText("entry 2");
  await page.keyboard.press("Escape");

  await sessions.session(/shop\.har/).click();
  await expect(page.getByRole("listbox", { name: /Exchanges of the session/ }).getByRole("option")).toHaveCount(2);
  await sessions.tab("Export").click();
  await sessions.chooseFormat("NDJSON");
  await expect(sessions.preview).toContainText("@masked.example");
  await expect(sessions.preview).not.toContainText("@shop.test");
  await page.getByRole("button", { name: /What is masked/ }).click();
  await expect(sessions.preview).toContainText("jane@shop.test");

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export 2 exchanges" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("shop.har.ndjson");
  const written = await readFile(await download.path(), "utf8");
  expect(written.trim().split("\n")).toHaveLength(2);
  expect(written).toContain("@masked.example");
  expect(written).not.toContain("@shop.test");
  expect(written).not.toContain(apiKey);
  await expect(sessions.work).toContainText("searched for leaks");
});

test("a file that is no recording is refused with a reason, and what is pasted is imported after a look", async ({
  workbench: { page },
}) => {
  const sessions = new SessionsPage(page);
  await goTo(page, "Sessions");
  await sessions.drop("picture.txt", "nothing of this is a request");
  await expect(sessions.work).toContainText("Import of picture.txt");
  await expect(sessions.list.getByRole("option")).toHaveCount(1);

  await sessions.paste(
    `curl -X POST https://a.klaviyo.com/api/events/ --json '${JSON.stringify(eventDocument({ metric: "Placed Order", email: "jane@shop.test" }))}'`,
  );
  await page.getByRole("button", { name: "Import it as a session" }).click();
  await expect(sessions.session(/Pasted/)).toContainText("1 exchange");
});

test("one exchange is exported from its own view, unmasked only when that is asked for", async ({
  workbench: { page, compat },
}) => {
  const sessions = new SessionsPage(page);
  await postEvent(compat, { metric: "Placed Order", email: "jane@shop.test" });
  await postEvent(compat, { metric: "Placed Order", email: "ada@shop.test" });
  await new TrafficPage(page).row(/jane@/).click();
  await page.getByRole("link", { name: "Export", exact: true }).click();
  await sessions.chooseFormat("curl, Klaviyo form");
  await expect(page.getByRole("button", { name: "Export 1 exchange" })).toBeEnabled();
  await expect(sessions.preview).toContainText("@masked.example");
  await page.getByRole("switch", { name: "Mask personal data" }).click();
  await expect(sessions.preview).toContainText("jane@shop.test");
  await expect(sessions.preview).not.toContainText("ada@shop.test");
  await page.getByRole("button", { name: "Export the whole session" }).click();
  await expect(page.getByRole("button", { name: "Export 2 exchanges" })).toBeEnabled();
});
