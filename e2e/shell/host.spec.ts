import { once } from "node:events";
import { createServer } from "node:net";
import { expect } from "@playwright/test";
import { postEvent } from "../fixtures/klaviyo.ts";
import { answerMessages, killHost, shownMessages } from "../fixtures/systemCalls.ts";
import { test } from "../fixtures/test.ts";
import { TrafficPage } from "../pages/TrafficPage.ts";

test("a host that dies comes back on the same ports, and the page goes on without loss or doubles", async ({
  desktop,
}) => {
  const { page, compat } = desktop;
  const traffic = new TrafficPage(page);
  await answerMessages(desktop, "OK");
  for (const at of [1, 2, 3]) await postEvent(compat, { metric: "Placed Order", email: `before${at}@example.com` });
  await expect(traffic.rows).toHaveCount(3);

  await killHost(desktop);

  await expect.poll(() => shownMessages(desktop)).toEqual([expect.stringContaining("was started again")]);
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

test("the program ends cleanly, and its ports are free again", async ({ desktop }) => {
  await desktop.close();
  const { port } = new URL(desktop.compat);
  const server = createServer().listen(Number(port), "127.0.0.1");
  await once(server, "listening");
  server.close();
  expect(desktop.process.exitCode).toBe(0);
});
