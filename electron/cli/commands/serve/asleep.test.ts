import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import type { HostEvent } from "../../../../core/contract/events.ts";
import { controlClient } from "../../../host/control/controlClient.fixture.ts";
import { type Serving, startServing, temporaryFolder } from "../../program.fixture.ts";

/** How long the workbench is stopped: for a program, that is what a machine that sleeps looks like. Milliseconds. */
const sleepMs = 3000;

async function sleep({ ready }: Serving): Promise<void> {
  process.kill(ready.pid, "SIGSTOP");
  await setTimeout(sleepMs);
  process.kill(ready.pid, "SIGCONT");
}

function post({ ready }: Serving, email: string): Promise<Response> {
  const metric = { data: { type: "metric", attributes: { name: "Placed Order" } } };
  const attributes = { metric, profile: { data: { type: "profile", attributes: { email } } }, properties: {} };
  return fetch(`${ready.compat}/api/events`, {
    method: "POST",
    headers: { authorization: `Klaviyo-API-Key ps_test_${"k".repeat(32)}`, "content-type": "application/json" },
    body: JSON.stringify({ data: { type: "event", attributes } }),
  });
}

/** The subjects of what a stream tells as recorded, until there are `count`. */
async function subjectsIn(stream: AsyncIterable<HostEvent>, count: number): Promise<string[]> {
  const subjects: string[] = [];
  for await (const event of stream) {
    if (event.type === "recorded") subjects.push(...event.exchanges.map(({ subject }) => subject));
    if (subjects.length >= count) break;
  }
  return subjects;
}

const people = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => `person${from + index}@example.com`);

test("after a sleep the requests that waited are answered, limits count on, and a page's stream goes on without loss or doubles", async () => {
  await using folder = await temporaryFolder();
  await using serving = await startServing(["--data-dir", folder.path, "--rate-limit", "standard"]);
  const stream = await controlClient(serving.ready.control).workbench.events();
  const told = subjectsIn(stream, 30);
  const left: number[] = [];
  const sendOne = async (email: string): Promise<void> => {
    const response = await post(serving, email);
    expect(response.status).toBe(202);
    left.push(Number(response.headers.get("ratelimit-remaining")));
  };

  for (const email of people(0, 10)) await sendOne(email);
  const asleep = sleep(serving);
  const waiting = people(10, 20).map(sendOne);
  await Promise.all([asleep, ...waiting]);
  for (const email of people(20, 30)) await sendOne(email);

  expect((await told).toSorted()).toEqual(people(0, 30).toSorted());
  const [first = 0] = left;
  expect(left.toSorted((one, other) => other - one)).toEqual(Array.from({ length: 30 }, (_, index) => first - index));
});

test("a replay at a pace does not make up for a sleep in a burst", async () => {
  await using folder = await temporaryFolder();
  await using serving = await startServing(["--data-dir", folder.path, "--rate-limit", "off"]);
  for (const email of people(0, 10)) await post(serving, email);
  const arrivals: number[] = [];
  const target = createServer((request, response) => {
    arrivals.push(performance.now());
    request.resume().on("end", () => response.writeHead(202).end());
  }).listen(0, "127.0.0.1");
  await once(target, "listening");
  const client = controlClient(serving.ready.control);
  const { session } = await client.workbench.status();
  await client.replays.start({
    session: session.id,
    key: "",
    settings: {
      target: { kind: "url", baseUrl: `http://127.0.0.1:${(target.address() as AddressInfo).port}` },
      pace: { kind: "rate", perSecond: 4 },
      maxIdleMs: null,
      concurrency: 8,
      filter: "",
    },
  });

  await expect.poll(() => arrivals.length).toBeGreaterThanOrEqual(2);
  await sleep(serving);
  const woken = performance.now();
  const seen = arrivals.length;
  await expect.poll(() => arrivals.length, { timeout: 10_000 }).toBe(10);
  target.close();

  // At four a second, each after the first is at least as long after the one ahead of it, but for what a busy machine is late by.
  const spread = (arrivals.at(-1) ?? 0) - woken;
  expect(spread).toBeGreaterThan((10 - seen - 2) * 250 - 100);
});
