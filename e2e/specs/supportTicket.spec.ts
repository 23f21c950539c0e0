import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { expect, type Page } from "@playwright/test";
import { harEntry, harText } from "../fixtures/har.ts";
import { test } from "../fixtures/test.ts";
import { ExchangePage } from "../pages/ExchangePage.ts";
import { goTo } from "../pages/Navigation.ts";
import { SessionsPage } from "../pages/SessionsPage.ts";

/** What must not be in anything that leaves the machine. */
const personal = ["Jane", "Doe", "jane.doe@customer-shop.test", "+13125550142", "3125550142", "pk_0123456789abcdef"];

const body = JSON.stringify({
  data: {
    type: "event",
    attributes: {
      metric: { data: { type: "metric", attributes: { name: "Placed Order" } } },
      profile: {
        data: {
          type: "profile",
          attributes: {
            email: "jane.doe@customer-shop.test",
            phone_number: "+13125550142",
            first_name: "Jane",
            last_name: "Doe",
            anonymous_id: "visitor-77412",
          },
        },
      },
      properties: { order_id: "CS-10023", gift_note: "For Jane Doe, with love" },
      time: "2026-07-15T10:31:02Z",
      value: 79.48,
      unique_id: "CS-10023",
    },
  },
});

const ticket = `Hi team,

our orders from jane.doe@customer-shop.test have not shown up since Tuesday. We run this from cron:

    curl -sS -X POST "https://a.klaviyo.com/api/events/" \\
      -H 'Authorization: Klaviyo-API-Key pk_0123456789abcdef' \\
      -H 'revision: 2026-07-15' -H 'Content-Type: application/vnd.api+json' \\
      -d '${body}'

Can you look? Thanks, Jane Doe
`;

async function openOnlyExchange(page: Page): Promise<void> {
  await page
    .getByRole("listbox", { name: /Exchanges of the session/ })
    .getByRole("option")
    .click();
}

test("a customer's command from a ticket is translated, replayed, compared, and kept as a fixture that names nobody", async ({
  workbench: { page },
}) => {
  const sessions = new SessionsPage(page);
  const exchange = new ExchangePage(page);
  await test.step("What was pasted stands in the exchange view, translated", async () => {
    await goTo(page, "Sessions");
    await sessions.paste(ticket);
    await page.getByRole("button", { name: "Import it as a session" }).click();
    await sessions.work.getByRole("link", { name: "Open the session" }).click();
    await openOnlyExchange(page);
    await expect(exchange.body("Klaviyo request")).toContainText("jane.doe@customer-shop.test");
    await expect(exchange.pane("Native request")).toContainText("not made");
    await expect(exchange.body("Native request")).toContainText('"phone": "+13125550142"');
    await expect(exchange.pane("Klaviyo response")).toContainText("No answer on record");
    await expect(exchange.finding(/anonymous_id.*is not sent/)).toBeVisible();
  });

  await test.step("Replayed at this workbench, it is answered", async () => {
    await page.getByRole("button", { name: "Replay", exact: true }).click();
    await expect(page.getByRole("navigation", { name: "Lineage" })).toContainText("Replayed from");
    await expect(exchange.pane("Native request")).not.toContainText("not made");
    await expect(exchange.pane("Native response")).toContainText("201");
    await expect(exchange.body("Klaviyo response")).toContainText('"type": "event"');
  });

  await test.step("Beside its parent, what it was answered is the difference", async () => {
    await page.getByRole("button", { name: "Compare", exact: true }).click();
    await page.getByRole("option", { name: /the parent/ }).click();
    const comparison = page.getByRole("article", { name: "Comparison of two exchanges" });
    await expect(comparison.getByText("changed", { exact: true })).toBeVisible();
    await expect(comparison.getByRole("row", { name: /status/ })).toContainText("202");
    await comparison
      .getByRole("region", { name: /Right/ })
      .getByRole("link", { name: /Placed Order/ })
      .click();
  });

  await test.step("A masked fixture of it holds no value of the customer", async () => {
    await page.getByRole("link", { name: "Export", exact: true }).click();
    await sessions.chooseFormat("Fixtures");
    await sessions.preview.getByRole("button", { name: /placed-order\.json$/ }).click();
    await expect(sessions.preview).toContainText("@masked.example");
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export 1 exchange" }).click();
    const written = gunzipSync(await readFile(await (await downloading).path())).toString("utf8");
    expect(written).toContain("@masked.example");
    expect(written).toContain("CS-10023");
    for (const value of personal) expect(written).not.toContain(value);
    await expect(sessions.work).toContainText("searched for leaks");
  });
});

test("a dropped HAR is replayed at its own slow pace, cancelled with what was answered kept, and resumed to its end", async ({
  workbench: { page },
}) => {
  const sessions = new SessionsPage(page);
  const results = page.getByRole("region", { name: "Results of the replay" });
  await goTo(page, "Sessions");
  const morning = [1, 2, 3].map((at) => harEntry(`early${at}@shop.test`, "2026-07-15T09:00:00.000Z"));
  const evening = [1, 2, 3, 4, 5].map((at) => harEntry(`late${at}@shop.test`, "2026-07-15T19:00:00.000Z"));
  await sessions.drop("checkout.har", harText([...morning, ...evening]));
  await sessions.work.getByRole("link", { name: "Open the session" }).click();
  await sessions.tab("Replay").click();
  await page.getByRole("combobox", { name: "Pace" }).click();
  await page.getByRole("option", { name: "As recorded", exact: true }).click();
  await expect(page.getByRole("region", { name: "Dry run" })).toContainText("10 h");
  await page.getByRole("button", { name: "Start the replay" }).click();
  await expect(results.getByRole("option")).toHaveCount(3);
  await page.getByRole("button", { name: /^Cancel: Replay of checkout\.har/ }).click();

  await expect(sessions.work).toContainText("Cancelled.");
  await expect(results.getByRole("option")).toHaveCount(3);
  await expect(sessions.session(/^Replay of checkout\.har/)).toContainText("3 exchanges");
  await page.reload();
  await results.getByRole("button", { name: "Resume: 3 of 8 answered" }).click();
  await page.getByRole("button", { name: "Send 5 requests" }).click();
  await expect(results.getByRole("button", { name: "All 8", exact: true })).toBeVisible();
  await expect(results.getByRole("button", { name: /^Resume/ })).toBeHidden();
  await expect(sessions.session(/^Replay of checkout\.har/)).toContainText("8 exchanges");
});
