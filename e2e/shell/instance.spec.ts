import { once } from "node:events";
import { expect } from "@playwright/test";
import { startDesktop } from "../fixtures/startDesktop.ts";
import { test } from "../fixtures/test.ts";

test("a second start brings the window of the first to the front and ends", async ({ desktop }) => {
  await desktop.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window) Reflect.set(window, "focus", () => Reflect.set(globalThis, "cameToFront", true));
  });

  const second = desktop.startAgain();

  const [code] = await once(second, "exit");
  expect(code).toBe(0);
  await expect.poll(() => desktop.evaluate(() => Reflect.get(globalThis, "cameToFront"))).toBe(true);
  expect(await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test("the window opens where it was closed", async ({ desktop, dataDir }) => {
  const bounds = { x: 120, y: 80, width: 1000, height: 700 };
  await desktop.evaluate(
    ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(JSON.parse(place)),
    JSON.stringify(bounds),
  );
  await desktop.close();

  const again = await startDesktop(dataDir);
  const place = await again.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
  await again.close();
  expect(place).toEqual(bounds);
});
