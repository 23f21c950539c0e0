import { type Browser, type CDPSession, expect, type Page } from "@playwright/test";
import { TrafficPage } from "../../pages/TrafficPage.ts";

/** Of one session in a real browser. Milliseconds, and megabytes of the page's heap. */
export interface PageCosts {
  /** From the start of the navigation to the first rows. */
  readonly firstRows: number;
  /** The longest task of the page's main thread while it opened, and during what follows. */
  readonly opening: number;
  readonly scrolling: number;
  readonly filtering: number;
  readonly searching: number;
  readonly heap: number;
}

const viewport = { width: 1280, height: 800 };
/** So many turns of the wheel, of so many pixels. */
const [turns, turnPixels] = [60, 1500];

/** Runs in the page: keeps the longest task since it was last asked. */
function watchTasks(): void {
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: "longtask", buffered: true });
  Reflect.set(window, "takeLongestTask", () => {
    const taken = longest;
    longest = 0;
    return taken;
  });
}

/** 0 where none took 50 ms: shorter ones are not told. */
async function longestTask(page: Page): Promise<number> {
  await page.waitForTimeout(500);
  return Number(await page.evaluate("takeLongestTask()"));
}

async function heapMegabytes(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? Number.NaN) / 1024 / 1024;
}

async function scroll(page: Page, traffic: TrafficPage): Promise<void> {
  await traffic.list.hover();
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel(0, turnPixels);
    await page.waitForTimeout(30);
  }
}

async function fillFilter(traffic: TrafficPage, text: string, row: RegExp): Promise<void> {
  await traffic.filter.fill(text);
  await expect(traffic.row(row).first()).toBeVisible({ timeout: 60_000 });
}

/** Opens the page at `control`, scrolls, filters and searches as a person does. */
export async function pageCosts(browser: Browser, control: string): Promise<PageCosts> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const traffic = new TrafficPage(page);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await page.addInitScript(watchTasks);
  // The first navigation brings the cookie, and the program's files into the cache.
  await page.goto(control);
  await expect(traffic.rows.first()).toBeVisible({ timeout: 60_000 });
  await page.reload({ waitUntil: "commit" });
  await traffic.rows.first().waitFor();
  const firstRows = await page.evaluate(() => performance.now());
  const opening = await longestTask(page);
  await scroll(page, traffic);
  const scrolling = await longestTask(page);
  await fillFilter(traffic, "status:4xx", /answered 4\d\d/);
  const filtering = await longestTask(page);
  await fillFilter(traffic, "teapot status:2xx", /answered 202/);
  const searching = await longestTask(page);
  const heap = await heapMegabytes(session);
  await context.close();
  return { firstRows, opening, scrolling, filtering, searching, heap };
}
