import { expect } from "vitest";
import { type Serving, startServing } from "../program.fixture.ts";

const key = `ps_test_${"replay".padEnd(32, "0")}`;

export function post({ ready }: Serving, resource: string, data: object): Promise<Response> {
  return fetch(`${ready.compat}/api/${resource}`, {
    method: "POST",
    headers: { authorization: `Klaviyo-API-Key ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ data }),
  });
}

export const profileOf = (email: string) => ({ type: "profile", attributes: { email } });

function eventOf(email: string): object {
  const metric = { data: { type: "metric", attributes: { name: "Placed Order" } } };
  return { type: "event", attributes: { metric, profile: { data: profileOf(email) }, properties: { total: 1 } } };
}

/** A data folder with `count` events, of five people in turn. */
export async function recordEvents(dataDir: string, count: number): Promise<void> {
  await using here = await startServing(["--data-dir", dataDir, "--rate-limit", "off"]);
  for (let number = 0; number < count; number += 1) {
    expect((await post(here, "events", eventOf(`person${number % 5}@example.com`))).status).toBe(202);
  }
}
