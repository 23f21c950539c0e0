import { expect } from "@playwright/test";
import { ApiKeySession, EventsApi } from "klaviyo-api";
import { apiKey, postEvent } from "../fixtures/klaviyo.ts";
import { test } from "../fixtures/test.ts";
import { ExchangePage } from "../pages/ExchangePage.ts";
import { TrafficPage } from "../pages/TrafficPage.ts";

test("what the klaviyo-api SDK sends appears by itself", async ({ workbench }) => {
  const traffic = new TrafficPage(workbench.page);
  const events = new EventsApi(new ApiKeySession(apiKey));
  events.basePath = workbench.compat;

  await events.createEvent({
    data: {
      type: "event",
      attributes: {
        metric: { data: { type: "metric", attributes: { name: "Viewed Product" } } },
        profile: { data: { type: "profile", attributes: { email: "sdk@example.com" } } },
        properties: { sku: "SHIRT-1" },
      },
    },
  });

  await expect(traffic.row(/^Viewed Product, .*sdk@example\.com.*answered 202/)).toBeVisible();
});

test("a refused request is listed by what was sent and why it was refused", async ({ workbench }) => {
  const traffic = new TrafficPage(workbench.page);
  await postEvent(workbench.compat, { metric: "Placed Order", email: "nobody" });
  await expect(traffic.row(/^Placed Order, Invalid email address .*answered 400/)).toContainText(
    "events · Invalid email address · /data/attributes/profile/data/attributes/email",
  );
});

test("arrivals wait behind a chip while one reads an older exchange", async ({ workbench }) => {
  const { page, compat } = workbench;
  const traffic = new TrafficPage(page);
  for (const at of [1, 2, 3]) await postEvent(compat, { metric: "Placed Order", email: `reader${at}@example.com` });
  await expect(traffic.rows).toHaveCount(3);
  await traffic.row(/reader1@/).click();
  const request = new ExchangePage(page).pane("Klaviyo request");
  await expect(request).toContainText("reader1@example.com");
  const place = await traffic.row(/reader1@/).boundingBox();

  await postEvent(compat, { metric: "Placed Order", email: "late1@example.com" });
  await postEvent(compat, { metric: "Placed Order", email: "late2@example.com" });

  await expect(traffic.newChip).toHaveText("2 new");
  await expect(traffic.rows).toHaveCount(3);
  expect(await traffic.row(/reader1@/).boundingBox()).toEqual(place);
  await expect(request).toContainText("reader1@example.com");

  await traffic.newChip.click();
  await expect(traffic.rows).toHaveCount(5);
  await expect(traffic.rows.first()).toHaveAccessibleName(/late2@example\.com/);
});

test("a filter narrows the list, also for what arrives later", async ({ workbench }) => {
  const { page, compat } = workbench;
  const traffic = new TrafficPage(page);
  await postEvent(compat, { metric: "Placed Order", email: "kept@example.com" });
  await fetch(`${compat}/api/lists`, { headers: { authorization: `Klaviyo-API-Key ${apiKey}` } });
  await expect(traffic.rows).toHaveCount(2);

  await traffic.filter.fill("status:4xx");
  await expect(traffic.rows).toHaveCount(1);
  await expect(traffic.rows.first()).toHaveAccessibleName(/answered 404/);

  await postEvent(compat, { metric: "", email: "refused@example.com" });
  await expect(traffic.row(/answered 400/)).toBeVisible();
  await expect(traffic.row(/kept@/)).toHaveCount(0);
});
