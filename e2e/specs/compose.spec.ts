import { expect } from "@playwright/test";
import { harEntry } from "../fixtures/har.ts";
import { eventDocument } from "../fixtures/klaviyo.ts";
import { test } from "../fixtures/test.ts";
import { ComposePage } from "../pages/ComposePage.ts";
import { goTo } from "../pages/Navigation.ts";
import { pasteUntil } from "../pages/pasteUntil.ts";
import { TrafficPage } from "../pages/TrafficPage.ts";

const composed = JSON.stringify(eventDocument({ metric: "Placed Order", email: "composer@example.com" }));
const withoutProfile = composed.replace('"email":"composer@example.com"', "");

test("a template is translated at once, without being sent", async ({ workbench }) => {
  const { page } = workbench;
  await goTo(page, "Compose");
  const compose = new ComposePage(page);
  await expect(compose.pane("Native request")).toContainText("event_type");
  await goTo(page, "Traffic");
  await expect(page.getByText("Waiting for the first request")).toBeVisible();
});

test("an error is refused, located, corrected and sent", async ({ workbench }) => {
  const { page } = workbench;
  await goTo(page, "Compose");
  const compose = new ComposePage(page);

  await compose.replaceBody(withoutProfile);
  await expect(compose.finding(/^refused.*profile/)).toBeVisible();
  await compose.send.click();
  await expect(page.getByText("Sent, answered 400")).toBeVisible();
  await expect(compose.pane("Klaviyo response")).toContainText("/data/attributes/profile");

  await compose.replaceBody(composed);
  await expect(compose.finding(/^refused/)).toHaveCount(0);
  await expect(compose.pane("Native request")).toContainText("composer@example.com");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText("Sent, answered 202")).toBeVisible();
  await expect(compose.pane("Native response")).toContainText("evt_");

  await goTo(page, "Traffic");
  const traffic = new TrafficPage(page);
  await expect(traffic.row(/composer@example\.com.*answered 202.*sent from Compose/)).toBeVisible();
  await expect(traffic.row(/answered 400.*sent from Compose/)).toBeVisible();
});

test("until there is an answer the request has most of the room, and the line between them is a person's to move", async ({
  workbench: { page },
}) => {
  await goTo(page, "Compose");
  const compose = new ComposePage(page);
  const line = page.getByRole("separator", { name: "Height of the panes" });
  const share = async () => Number(await line.getAttribute("aria-valuenow"));
  expect(await share()).toBeGreaterThan(60);
  await compose.send.click();
  await expect(compose.pane("Klaviyo response")).toContainText("evt_");
  expect(await share()).toBeCloseTo(50, 0);

  await line.focus();
  await page.keyboard.press("ArrowDown");
  const moved = await share();
  expect(moved).toBeGreaterThan(51);
  await compose.send.click();
  await expect(page.getByText("Sent, answered 202")).toBeVisible();
  expect(await share()).toBe(moved);
});

test("what was written and not sent can be had back after a template took its place", async ({
  workbench: { page },
}) => {
  await goTo(page, "Compose");
  const compose = new ComposePage(page);
  await compose.replaceBody(composed);
  await expect(compose.pane("Native request")).toContainText("composer@example.com");
  await page.getByRole("button", { name: "Template" }).click();
  await page
    .getByRole("menuitem", { name: /profile/i })
    .first()
    .click();
  await expect(compose.body("Klaviyo request")).not.toContainText("composer@example.com");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(compose.body("Klaviyo request")).toContainText("composer@example.com");
});

test("an edited exchange is sent as a child, and the first stays as it was", async ({ workbench }) => {
  const { page } = workbench;
  const traffic = new TrafficPage(page);
  await traffic.sendSample.click();
  await traffic.rows.first().click();
  await page.getByRole("link", { name: "Edit" }).click();
  const compose = new ComposePage(page);
  await compose.replaceBody(composed);
  await compose.send.click();
  await expect(page.getByText("Sent, answered 202")).toBeVisible();

  await goTo(page, "Traffic");
  await expect(traffic.rows).toHaveCount(2);
  await expect(traffic.rows.last()).not.toHaveAccessibleName(/composer@/);
});

test("a pasted entry of a HAR opens in Compose from the traffic, and a command from the sessions", async ({
  workbench: { page },
}) => {
  const entry = harEntry("jane@example.com");
  await pasteUntil(page, JSON.stringify(entry), page.getByText("You pasted a HAR entry"));
  await page.getByRole("button", { name: "Open it in Compose" }).click();
  await expect(page.getByRole("combobox", { name: "Path" })).toHaveValue("/api/events/");

  await goTo(page, "Sessions");
  const command = "curl http://localhost:8020/klaviyo/v1/api/profiles --json '{}'";
  await pasteUntil(page, command, page.getByRole("alertdialog", { name: "Pasted text" }));
  await page.getByRole("button", { name: "Open it in Compose" }).click();
  await expect(page.getByRole("combobox", { name: "Path" })).toHaveValue("/klaviyo/v1/api/profiles");
});

test("a pasted command that was cut off opens as far as it goes, and says what is missing", async ({
  workbench: { page },
}) => {
  const command = `curl http://localhost:8020/klaviyo/v1/api/profiles \\\n  --json '{"data": `;
  await pasteUntil(page, command, page.getByText("You pasted a curl command"));
  await page.getByRole("button", { name: "Open it in Compose" }).click();
  await expect(page.getByText("the ' on line 2 is never closed")).toBeVisible();
  await expect(new ComposePage(page).body("Klaviyo request")).toContainText('"data":');
  await expect(page.getByRole("combobox", { name: "Path" })).toHaveValue("/klaviyo/v1/api/profiles");
});
