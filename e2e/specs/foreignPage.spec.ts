import { expect, type Page } from "@playwright/test";
import { startForeignSite } from "../fixtures/foreignSite.ts";
import { apiKey } from "../fixtures/klaviyo.ts";
import { test } from "../fixtures/test.ts";
import { TrafficPage } from "../pages/TrafficPage.ts";

/** What a script of a foreign page gets to see of an address, each way it can ask; "nothing" where the browser tells it no more than that it failed. */
const tryToRead = (page: Page, address: string, key: string): Promise<string[]> =>
  page.evaluate(
    async ({ address, key }) => {
      const outcome = (reading: Promise<unknown>) => reading.then(String, () => "nothing");
      const read = async (init: RequestInit) => (await fetch(address, { credentials: "include", ...init })).text();
      const json = { "content-type": "application/json" };
      const stream = new Promise((resolve, reject) => {
        const source = new EventSource(address, { withCredentials: true });
        source.onopen = resolve;
        source.onerror = reject;
      });
      const socket = new Promise((resolve, reject) => {
        const opened = new WebSocket(address.replace(/^http/, "ws"));
        opened.onopen = resolve;
        opened.onerror = reject;
      });
      const script = new Promise((resolve, reject) => {
        const element = document.createElement("script");
        Object.assign(element, { src: address, onload: resolve, onerror: reject });
        document.body.append(element);
      });
      return Promise.all([
        outcome(read({})),
        outcome(read({ method: "POST", headers: { authorization: `Bearer ${key}`, ...json }, body: "{}" })),
        outcome(read({ method: "POST", headers: { "content-type": "text/plain" }, body: "{}" })),
        outcome(read({ mode: "no-cors" })),
        outcome(stream),
        outcome(socket),
        outcome(script),
      ]);
    },
    { address, key },
  );

test("a foreign page reads nothing of either listener, also while the workbench is open beside it", async ({
  workbench,
}) => {
  await using site = await startForeignSite("<h1>Somebody else's page</h1>");
  const control = new URL(workbench.page.url()).origin;
  const stranger = await workbench.page.context().newPage();
  const statuses = new Set<number>();
  stranger.on("response", (response) => {
    if (response.url().startsWith(control)) statuses.add(response.status());
  });
  await stranger.goto(site.url);

  for (const path of ["/", "/rpc/workbench/status", "/rpc/workbench/events", "/rpc/sessions/create"]) {
    const seen = await tryToRead(stranger, `${control}${path}`, apiKey);
    expect(seen.filter((text) => text !== "nothing" && text !== "")).toEqual([]);
  }
  expect([...statuses].filter((status) => status < 400)).toEqual([]);

  const surface = new URL(workbench.compat).origin;
  for (const path of ["/klaviyo/v1/api/events", "/v1/profiles"]) {
    const seen = await tryToRead(stranger, `${surface}${path}`, apiKey);
    expect(seen.filter((text) => text !== "nothing" && text !== "")).toEqual([]);
  }
});

test("a form that a foreign page posts changes nothing", async ({ workbench }) => {
  await using site = await startForeignSite("<h1>Somebody else's page</h1>");
  const control = new URL(workbench.page.url()).origin;
  const stranger = await workbench.page.context().newPage();
  await stranger.goto(site.url);

  const answered = stranger.waitForResponse((response) => response.url().startsWith(control));
  await stranger.evaluate((action) => {
    const form = document.createElement("form");
    Object.assign(form, { action, method: "post", enctype: "text/plain" });
    const field = document.createElement("input");
    Object.assign(field, { name: '{"json":{"name":"Taken over', value: '"}}' });
    form.append(field);
    document.body.append(form);
    form.submit();
  }, `${control}/rpc/sessions/create`);

  expect((await answered).status()).toBe(403);
  await workbench.page.reload();
  await expect(new TrafficPage(workbench.page).sendSample).toBeVisible();
  await expect(workbench.page.getByText("Taken over")).toHaveCount(0);
});

test("the workbench cannot be framed by a foreign page", async ({ workbench }) => {
  const control = new URL(workbench.page.url()).origin;
  await using site = await startForeignSite(`<iframe src="${control}/" title="bait"></iframe>`);
  const stranger = await workbench.page.context().newPage();
  await stranger.goto(site.url);
  await expect(stranger.frameLocator("iframe").getByRole("navigation", { name: "Screens" })).toHaveCount(0);
  expect(stranger.frames().filter((frame) => frame.url().startsWith(control) && frame.name() !== "")).toEqual([]);
});

test("a page without the token of this launch is refused", async ({ serve, page }) => {
  const response = await page.goto(new URL("/traffic", serve.control).href);
  expect(response?.status()).toBe(401);
  await expect(page.getByRole("navigation", { name: "Screens" })).toHaveCount(0);
});
