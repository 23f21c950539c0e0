import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { Exchange } from "../../core/exchange/exchange.ts";
import { controlClient, type HostClient } from "./control/controlClient.fixture.ts";
import { type Host, type HostOptions, startHost } from "./host.ts";

export interface OpenHost extends AsyncDisposable {
  readonly host: Host;
  /** "http://127.0.0.1:PORT" */
  readonly origin: string;
  readonly dataDir: string;
  /** What the page would call. */
  readonly client: HostClient;
  readonly log: readonly string[];
  /** The clock of the rate limits, in milliseconds. */
  readonly clock: { now: number };
}

/** A whole host on free ports, with a data folder of its own and a clock that stands still. */
export async function openHost(options: Partial<HostOptions> = {}): Promise<OpenHost> {
  const folder = await mkdtemp(join(tmpdir(), "compat-workbench-host-"));
  const dataDir = options.dataDir ?? join(folder, "data");
  const log: string[] = [];
  const clock = { now: 0 };
  const { timing, ...others } = options;
  const host = await startHost({
    dataDir,
    port: 0,
    controlPort: 0,
    rendererDir: folder,
    log: (line) => log.push(line),
    timing: { rateClock: () => clock.now, ...timing },
    ...others,
  });
  return {
    host,
    origin: new URL(host.compatUrl).origin,
    dataDir,
    client: controlClient(host.controlUrl),
    log,
    clock,
    async [Symbol.asyncDispose]() {
      await host.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A well-formed key for each name: each is a property of its own. */
export function keyNamed(name: string): string {
  return `ps_test_${name.padEnd(32, "0")}`;
}

export const key = keyNamed("main");

export const compatHeaders = {
  authorization: `Klaviyo-API-Key ${key}`,
  "content-type": "application/vnd.api+json",
  revision: "2026-07-15",
};

/** An event with what `attributes` says; Ada's order otherwise. */
export function klaviyoEvent(attributes: object = {}): object {
  return {
    data: {
      type: "event",
      attributes: {
        metric: { data: { type: "metric", attributes: { name: "Placed Order" } } },
        profile: { data: { type: "profile", attributes: { email: "ada@example.com" } } },
        properties: { order_id: "1001" },
        ...attributes,
      },
    },
  };
}

/** A bulk request of events: of each profile, an event with each of the attributes. */
export function klaviyoEvents(profiles: readonly object[], events: readonly object[] = [{}]): object {
  const entries = profiles.map((attributes) => ({
    type: "event-bulk-create",
    attributes: {
      profile: { data: { type: "profile", attributes } },
      events: { data: events.map(bulkEvent) },
    },
  }));
  return { data: { type: "event-bulk-create-job", attributes: { "events-bulk-create": { data: entries } } } };
}

function bulkEvent(attributes: object): object {
  const metric = { data: { type: "metric", attributes: { name: "Viewed" } } };
  return { type: "event", attributes: { metric, properties: {}, ...attributes } };
}

export function klaviyoProfile(attributes: object = { email: "ada@example.com" }): object {
  return { data: { type: "profile", attributes } };
}

/** Posts on the compat surface. `body` is sent as it is when it is no plain object. */
export function post(
  { origin }: OpenHost,
  path: string,
  body: object | string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = compatHeaders,
): Promise<Response> {
  const raw = typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
  return fetch(origin + path, { method: "POST", headers, body: raw });
}

const resourceDocument = z.object({ data: z.object({ id: z.string() }) });

/** The id of what a compat answer is about. */
export async function answeredId(response: Response): Promise<string> {
  return resourceDocument.parse(await response.json()).data.id;
}

/** Asks the native surface. */
export async function askNative(
  { origin }: OpenHost,
  method: "GET" | "POST",
  path: string,
  body?: unknown,
  apiKey = key,
): Promise<{ status: number; headers: Headers; body: unknown }> {
  const headers = {
    authorization: `Bearer ${apiKey}`,
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
  const response = await fetch(origin + path, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** The records of the open session, oldest first. */
export async function recorded({ client }: OpenHost): Promise<Exchange[]> {
  const { session } = await client.workbench.status();
  const { exchanges } = await client.exchanges.list({ session: session.id, limit: 500 });
  return Promise.all(exchanges.toReversed().map(({ id }) => client.exchanges.record({ id })));
}
