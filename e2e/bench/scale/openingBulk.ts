import { type Browser, expect, type Page } from "@playwright/test";
import { apiKey } from "../../fixtures/klaviyo.ts";
import type { Serve } from "../../fixtures/serve.ts";
import { ExchangePage } from "../../pages/ExchangePage.ts";
import { median } from "../figure.ts";

const rounds = 3;
const many = 10_000;

/** Milliseconds, in a real browser. */
export interface OpeningBulk {
  readonly single: number;
  readonly bulk: number;
  /** From the last key of a search in the items to what it finds, the pause after typing included. */
  readonly search: number;
}

const profile = (at: number) => ({
  type: "profile",
  attributes: { email: `person${at}@example.com`, first_name: "Jane", properties: { note: "x".repeat(250) } },
});

/** Imports so many profiles; answers with the id of the exchange. */
async function importProfiles({ compat }: Serve, count: number): Promise<string> {
  const data = Array.from({ length: count }, (_, at) => profile(at));
  const response = await fetch(`${compat}/api/profile-bulk-import-jobs`, {
    method: "POST",
    headers: { authorization: `Klaviyo-API-Key ${apiKey}`, "content-type": "application/vnd.api+json" },
    body: JSON.stringify({ data: { type: "profile-bulk-import-job", attributes: { profiles: { data } } } }),
  });
  if (response.status !== 202) throw new Error(`The import was answered with ${response.status}.`);
  return response.headers.get("x-klaviyo-req-id") ?? "";
}

/** From the start of the navigation to the request in its pane. */
async function timeToOpen(page: Page, control: string, id: string): Promise<number> {
  await page.goto(`${new URL(control).origin}/traffic/${id}`, { waitUntil: "commit" });
  await new ExchangePage(page).pane("Klaviyo request").getByText("person0@example.com").first().waitFor();
  return page.evaluate(() => performance.now());
}

async function medianToOpen(page: Page, control: string, id: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await timeToOpen(page, control, id));
  return median(times);
}

/** A bulk request of 10,000 profiles in the exchange view, against one of a single profile. */
export async function openingBulk(browser: Browser, serve: Serve): Promise<OpeningBulk> {
  const ids = { single: await importProfiles(serve, 1), bulk: await importProfiles(serve, many) };
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(serve.control);
  const single = await medianToOpen(page, serve.control, ids.single);
  const bulk = await medianToOpen(page, serve.control, ids.bulk);
  const start = performance.now();
  await page.getByRole("searchbox", { name: "Search the items" }).fill(`person${many - 1}@`);
  const items = page.getByRole("listbox", { name: "Items of the bulk request" }).getByRole("option");
  await expect(items).toHaveCount(1);
  const search = performance.now() - start;
  await context.close();
  return { single, bulk, search };
}
