import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "../gate/findBrowser.ts";
import { withServeOn } from "./benchServe.ts";
import type { Figure } from "./figure.ts";
import { type HostCosts, hostCosts } from "./scale/hostCosts.ts";
import { type OpeningBulk, openingBulk } from "./scale/openingBulk.ts";
import { type PageCosts, pageCosts } from "./scale/pageCosts.ts";
import { fillFolder } from "./scale/scaledFolder.ts";

/** SCALE=1000,100000,1000000 measures a session of a million as well, which takes long; SCALE_DATA=DIR keeps the sessions for the next time. */
const sizes = (process.env.SCALE ?? "1000,100000").split(",").map(Number);
const kept = process.env.SCALE_DATA;

/** What the interface may block for, in milliseconds. */
const mostBlocked = 50;

interface Measured {
  readonly size: number;
  readonly host: HostCosts;
  /** Of the host, in megabytes: at most, in all this. */
  readonly memory: number;
  readonly page: PageCosts;
}

/** Linux only; elsewhere there is no such figure. */
function peakMegabytes(pid: number): number {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes ?? Number.NaN) / 1024;
}

async function measure(browser: Browser, folder: string, size: number): Promise<Measured> {
  const dataDir = join(folder, String(size));
  await fillFolder(dataDir, size);
  return withServeOn(dataDir, async ({ control, pid }) => {
    const host = await hostCosts(control);
    const page = await pageCosts(browser, control);
    return { size, host, memory: peakMegabytes(pid), page };
  });
}

const named = (value: number, unit: string): string => `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`;

/** A cost of each size, and how many times that of the first the last one is. */
function growth(
  measured: readonly Measured[],
  [name, unit, most]: readonly [string, string, number | null],
  costOf: (each: Measured) => number,
): Figure {
  const [first = Number.NaN, last = Number.NaN] = [measured[0], measured.at(-1)].map((each) => each && costOf(each));
  const times = last / first;
  const each = measured.map((one) => `${one.size.toLocaleString("en-US")}: ${named(costOf(one), unit)}`);
  return {
    name,
    measured: `${each.join("; ")}: ${times.toFixed(1)} times`,
    goal: most === null ? "for information" : `at most ${most} times`,
    isMet: most === null || times <= most,
  };
}

function blocking(measured: readonly Measured[], [name, task]: readonly [string, keyof PageCosts]): Figure {
  const of = (each: Measured) => (each.page[task] === 0 ? `below ${mostBlocked} ms` : named(each.page[task], "ms"));
  return {
    name: `Longest task of the page's main thread while ${name}`,
    measured: measured.map((each) => `${each.size.toLocaleString("en-US")}: ${of(each)}`).join("; "),
    goal: `below ${mostBlocked} ms`,
    isMet: measured.every((each) => each.page[task] < mostBlocked),
  };
}

function bulkFigures({ single, bulk, search }: OpeningBulk): Figure[] {
  const most = 1.5;
  return [
    {
      name: "Opening a bulk request of 10,000 profiles in the browser, against one of a single profile",
      measured: `${named(bulk, "ms")} and ${named(single, "ms")}: ${(bulk / single).toFixed(1)} times; a search in its items ${named(search, "ms")}`,
      goal: `at most ${most} times`,
      isMet: bulk / single <= most,
    },
  ];
}

/** What grows with the length of a session, on the host and in a real browser. */
export async function scale(): Promise<Figure[]> {
  const executablePath = await findBrowser();
  const browser = await chromium.launch({ ...(executablePath !== undefined && { executablePath }) });
  const folder = kept ?? (await mkdtemp(join(tmpdir(), "workbench-bench-")));
  try {
    const measured: Measured[] = [];
    for (const size of sizes) measured.push(await measure(browser, folder, size));
    const bulk = await withServeOn(await mkdtemp(join(folder, "bulk-")), (serve) => openingBulk(browser, serve));
    return [
      growth(measured, ["First page of rows", "ms", 3], ({ host }) => host.firstPage),
      growth(measured, ["A page in the middle", "ms", 3], ({ host }) => host.middlePage),
      growth(measured, ["Sessions and status with their counts", "ms", 3], ({ host }) => host.counts),
      growth(measured, ["Filter that few rows fit, page and count", "ms", null], ({ host }) => host.filter),
      growth(measured, ["Filter that no row fits", "ms", null], ({ host }) => host.emptyFilter),
      growth(measured, ["Search for a word of many bodies", "ms", null], ({ host }) => host.commonWord),
      growth(measured, ["Search for a word of few bodies", "ms", null], ({ host }) => host.rareWord),
      growth(measured, ["First search, the rest not indexed yet", "ms", null], ({ host }) => host.indexing),
      growth(measured, ["Memory of the host at most", "MB", 3], ({ memory }) => memory),
      growth(measured, ["From navigation to the first rows in the browser", "ms", 1.5], ({ page }) => page.firstRows),
      growth(measured, ["Heap of the page after scrolling, filter and search", "MB", 1.2], ({ page }) => page.heap),
      blocking(measured, ["it opens", "opening"]),
      blocking(measured, ["one scrolls", "scrolling"]),
      blocking(measured, ["one filters", "filtering"]),
      blocking(measured, ["one searches", "searching"]),
      ...bulkFigures(bulk),
    ];
  } finally {
    await browser.close();
    if (kept === undefined) await rm(folder, { recursive: true, force: true });
  }
}
