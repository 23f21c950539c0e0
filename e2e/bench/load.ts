import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { apiKey, eventDocument } from "../fixtures/klaviyo.ts";
import { projectRoot } from "../fixtures/projectRoot.ts";

const run = promisify(execFile);
const bodyBytes = 1024;

const resultSchema = z.object({
  duration: z.number(),
  requests: z.object({ average: z.number(), total: z.int() }),
  latency: z.object({ p99: z.number() }),
  non2xx: z.int(),
  errors: z.int(),
});

/** An event of 1 KB; autocannon puts another id into each that it sends, so that none is a repetition. */
function body(): string {
  const facts = { metric: "Placed Order", email: "bench@example.com", uniqueId: "[<id>]" };
  const short = JSON.stringify(eventDocument(facts, ""));
  return JSON.stringify(eventDocument(facts, "x".repeat(bodyBytes - short.length)));
}

interface Load {
  readonly connections: number;
  /** How long, how much, how fast: options of autocannon. */
  readonly options: readonly string[];
}

/** Posts events from a process of its own. Throws when one was not answered with success. */
async function load(url: string, { connections, options }: Load): Promise<z.infer<typeof resultSchema>> {
  const headers = ["-H", `authorization=Klaviyo-API-Key ${apiKey}`, "-H", "content-type=application/json"];
  const { stdout } = await run(
    process.execPath,
    [
      join(projectRoot, "node_modules", "autocannon", "autocannon.js"),
      ...["-j", "-m", "POST", "-I", "-c", String(connections), ...options, ...headers, "-b", body(), url],
    ],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const result = resultSchema.parse(JSON.parse(stdout));
  const { requests, non2xx, errors } = result;
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} of ${requests.total} requests to ${url} failed.`);
  return result;
}

/** Requests per second that a server answers when it is given as many as it takes. */
export async function requestsPerSecond(url: string, span: { seconds: number } | { amount: number }): Promise<number> {
  const options = "seconds" in span ? ["-d", String(span.seconds)] : ["-a", String(span.amount)];
  return (await load(url, { connections: 32, options })).requests.average;
}

/** How long it takes to have so many requests answered, so many of them under way at a time. */
export async function secondsToSend(url: string, of: { amount: number; connections: number }): Promise<number> {
  const { amount, connections } = of;
  return (await load(url, { connections, options: ["-a", String(amount)] })).duration;
}

/** The 99th percentile of the time to an answer at 100 requests a second, in milliseconds. */
export async function delayOfTraffic(url: string, seconds: number): Promise<number> {
  const options = ["-d", String(seconds), "-R", "100"];
  return (await load(url, { connections: 8, options })).latency.p99;
}
