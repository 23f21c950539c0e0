import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { expect } from "vitest";
import { isUnderWay, type Job } from "../../../core/contract/jobs.ts";
import type { ReplaySettings } from "../../../core/contract/replay.ts";
import type { HostClient } from "../control/controlClient.fixture.ts";
import { klaviyoEvent, type OpenHost, post } from "../host.fixture.ts";

/** At this workbench, as fast as possible. */
export const settings: ReplaySettings = {
  target: { kind: "workbench" },
  pace: { kind: "fast" },
  maxIdleMs: null,
  concurrency: 4,
  filter: "",
};

/** At another workbench. */
export const at = (host: OpenHost): ReplaySettings => ({
  ...settings,
  target: { kind: "url", baseUrl: `${host.origin}/klaviyo/v1` },
});

/** A workbench with a session of `count` events; answers with the session's id. */
export async function record(host: OpenHost, count: number, metric = "Placed Order"): Promise<string> {
  for (let number = 0; number < count; number += 1) {
    const profile = { data: { type: "profile", attributes: { email: `person${number % 3}@example.com` } } };
    const event = klaviyoEvent({ profile, metric: { data: { type: "metric", attributes: { name: metric } } } });
    expect((await post(host, "/klaviyo/v1/api/events", event)).status).toBe(202);
  }
  return (await host.client.workbench.status()).session.id;
}

export async function ended(client: HostClient, id: string): Promise<Job> {
  for (;;) {
    const job = (await client.jobs.list()).find((each) => each.id === id);
    if (job && !isUnderWay(job)) return job;
    await setTimeout(20);
  }
}

export async function doneAtLeast(client: HostClient, id: string, count: number): Promise<void> {
  while (((await client.jobs.list()).find((job) => job.id === id)?.done ?? 0) < count) await setTimeout(10);
}

/** A compat API elsewhere, on this machine: answers the request of each number, from 1, with a status, and lets nobody wait after a 429. */
export async function standIn(answer: (asked: number) => Promise<number>) {
  let asked = 0;
  const server = createServer(async (request, response) => {
    asked += 1;
    request.resume();
    response.writeHead(await answer(asked), { "Retry-After": "0" }).end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const target = { kind: "url", baseUrl: `http://127.0.0.1:${port}` } as const;
  return {
    settings: { ...settings, target, concurrency: 1 } satisfies ReplaySettings,
    asked: () => asked,
    async [Symbol.asyncDispose]() {
      server.close();
    },
  };
}
