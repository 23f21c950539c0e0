import { once } from "node:events";
import { createServer, type Server } from "node:net";
import { expect } from "@playwright/test";
import { postEvent } from "../fixtures/klaviyo.ts";
import { answerLast, answerMessages, holdMessages, killHost, shownMessages } from "../fixtures/systemCalls.ts";
import { test } from "../fixtures/test.ts";
import { ExchangePage } from "../pages/ExchangePage.ts";
import { TrafficPage } from "../pages/TrafficPage.ts";

/** Listens at a port as soon as its holder is gone. */
async function takePort(port: number): Promise<Server> {
  for (;;) {
    const server = createServer().listen(port, "127.0.0.1");
    try {
      await once(server, "listening");
      return server;
    } catch {
      // Not gone yet.
    }
  }
}

test("a host that dies comes back on the same ports, and the page goes on without loss or doubles", async ({
  desktop,
}) => {
  const { page, compat } = desktop;
  const traffic = new TrafficPage(page);
  await answerMessages(desktop, "OK");
  for (const at of [1, 2, 3]) await postEvent(compat, { metric: "Placed Order", email: `before${at}@example.com` });
  await expect(traffic.rows).toHaveCount(3);

  await killHost(desktop);

  await expect.poll(() => shownMessages(desktop)).toEqual([expect.stringContaining("is being started again")]);
  await expect(async () => {
    const answer = await postEvent(compat, { metric: "Placed Order", email: "after@example.com", uniqueId: "after" });
    expect(answer.status).toBe(202);
  }).toPass();
  await expect(traffic.row(/after@/)).toHaveCount(1);
  await expect(traffic.rows).toHaveCount(4);
  await page.reload();
  await expect(traffic.rows).toHaveCount(4);
});

test("a host that dies again and again is left alone until the person asks for another try", async ({ desktop }) => {
  await answerMessages(desktop, "OK");
  const isUp = () =>
    fetch(desktop.compat).then(
      () => true,
      () => false,
    );
  for (const death of [1, 2, 3]) {
    await expect.poll(isUp).toBe(true);
    await killHost(desktop);
    await expect.poll(async () => [await shownMessages(desktop)].flat().length).toBe(death);
  }
  await expect.poll(isUp).toBe(true);
  await answerMessages(desktop, "Try again");

  await killHost(desktop);

  await expect.poll(() => shownMessages(desktop)).toEqual([expect.stringContaining("stopped again and again")]);
  await expect.poll(isUp).toBe(true);
});

test("what is asked for while the host is down is read by itself once it is up", async ({ desktop }) => {
  const { page, compat } = desktop;
  for (const email of ["one@example.com", "two@example.com"])
    await postEvent(compat, { metric: "Placed Order", email });
  const request = new ExchangePage(page).pane("Klaviyo request");
  const traffic = new TrafficPage(page);
  await traffic.row(/one@/).click();
  await expect(request).toContainText("one@example.com");
  await holdMessages(desktop);
  const banner = page.getByRole("alert").filter({ hasText: "stopped again and again" });
  await expect(async () => {
    // Between two deaths there is none to kill.
    await killHost(desktop).catch(() => undefined);
    await expect(banner).toBeVisible({ timeout: 1000 });
  }).toPass();
  await traffic.row(/two@/).click();
  await expect(page.getByText("The workbench does not answer", { exact: true })).toBeVisible();

  await answerLast(desktop, "Try again");
  await expect(request).toContainText("two@example.com");
  await expect(banner).toHaveCount(0);
});

test("a host that dies and finds its port taken says so, in the page too, and comes back there once it is free, with another token", async ({
  desktop,
}) => {
  const { page, compat } = desktop;
  const traffic = new TrafficPage(page);
  const port = Number(new URL(compat).port);
  await postEvent(compat, { metric: "Placed Order", email: "before@example.com" });
  await expect(traffic.rows).toHaveCount(1);
  await answerMessages(desktop, "Try again");
  const [heard] = await page.context().cookies();

  await killHost(desktop);
  const other = await takePort(port);

  const message = `Port ${port} is in use by another program. End that program and try again, or use free ports.`;
  await expect(page.getByRole("alert").filter({ hasText: message })).toBeVisible();
  expect(await shownMessages(desktop)).toContain(message);

  other.close();
  await expect(async () => {
    expect((await postEvent(compat, { metric: "Placed Order", email: "after@example.com" })).status).toBe(202);
  }).toPass();
  await expect(traffic.row(/after@/)).toHaveCount(1);
  await expect(traffic.rows).toHaveCount(2);
  await expect(page.getByText(message)).toHaveCount(0);
  const [token] = await page.context().cookies();
  expect(token?.name).toBe(heard?.name);
  expect(token?.value).not.toBe(heard?.value);
});

test("the program ends cleanly, and its ports are free again", async ({ desktop }) => {
  await desktop.close();
  const { port } = new URL(desktop.compat);
  const server = createServer().listen(Number(port), "127.0.0.1");
  await once(server, "listening");
  server.close();
  expect(desktop.process.exitCode).toBe(0);
});
