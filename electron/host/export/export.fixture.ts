import { setTimeout } from "node:timers/promises";
import type { ExportRequest } from "../../../core/contract/exports.ts";
import type { Job } from "../../../core/contract/jobs.ts";
import { controlCaller } from "../control/controlClient.fixture.ts";
import { klaviyoEvent, type OpenHost, openHost, post } from "../host.fixture.ts";

const person = (email: string) =>
  klaviyoEvent({ profile: { data: { type: "profile", attributes: { email, first_name: "Jane" } } } });

/** Asks for a masked export, unless `changes` says otherwise. */
export const request = (session: string, changes: Partial<ExportRequest> = {}): ExportRequest => ({
  session,
  filter: "",
  format: "ndjson",
  isMasked: true,
  alsoMask: [],
  keep: [],
  secret: "0f".repeat(32),
  ...changes,
});

/** A host that has recorded so many events, each of another person. */
export async function openFilled(count = 3): Promise<{ open: OpenHost; session: string }> {
  const open = await openHost();
  for (let index = 0; index < count; index++)
    await post(open, "/klaviyo/v1/api/events", person(`jane${index}@shop.test`));
  return { open, session: (await open.client.workbench.status()).session.id };
}

/** The job when it is over. */
export async function ended({ client }: OpenHost, id: string): Promise<Job> {
  for (;;) {
    const job = (await client.jobs.list()).find((one) => one.id === id);
    if (job && !["running", "stopping"].includes(job.state)) return job;
    await setTimeout(20);
  }
}

/** What a finished export wrote, as a browser takes it. */
export async function download(
  { host }: OpenHost,
  job: string,
): Promise<{ status: number; name: string; bytes: Buffer }> {
  const { origin, headers } = controlCaller(host.controlUrl);
  const answer = await fetch(`${origin}/exports/${job}`, { headers });
  return {
    status: answer.status,
    name: answer.headers.get("content-disposition") ?? "",
    bytes: Buffer.from(await answer.arrayBuffer()),
  };
}
