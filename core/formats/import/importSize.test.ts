import { expect, test } from "vitest";
import { har } from "./har/har.ts";
import { ndjson } from "./ndjson/ndjson.ts";

const body = JSON.stringify({ data: { type: "event", attributes: { properties: { note: "x".repeat(20_000) } } } });
const entry = JSON.stringify({ request: { method: "POST", url: "http://x/api/events", postData: { text: body } } });

async function* repeated(start: string, part: string, count: number, end: string): AsyncGenerator<string> {
  yield start;
  for (let index = 0; index < count; index++) yield index === 0 ? part : `,${part}`;
  yield end;
}

async function* lines(count: number): AsyncGenerator<string> {
  for (let index = 0; index < count; index++) yield `${body}\n`;
}

/** Counts items, and by how much the memory in use grew at most while they were read. */
async function measure(items: AsyncIterable<unknown>): Promise<{ count: number; grownMegabytes: number }> {
  const before = process.memoryUsage().heapUsed;
  let most = 0;
  let count = 0;
  for await (const _ of items) {
    count++;
    if (count % 50 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
  }
  return { count, grownMegabytes: most / 1e6 };
}

test("a HAR of 200 MB takes no more memory than a few of its entries", { timeout: 120_000 }, async () => {
  const { count, grownMegabytes } = await measure(har.read(repeated('{"log":{"entries":[', entry, 10_000, "]}}")));
  expect(count).toBe(10_000);
  expect(grownMegabytes).toBeLessThan(100);
});

test("lines are read in constant memory", { timeout: 120_000 }, async () => {
  const { count, grownMegabytes } = await measure(ndjson.read(lines(10_000)));
  expect(count).toBe(10_000);
  expect(grownMegabytes).toBeLessThan(100);
});
