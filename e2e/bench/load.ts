import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { apiKey, eventDocument } from "../fixtures/klaviyo.ts";
import { projectRoot } from "../fixtures/projectRoot.ts";

const run = promisify(execFile);
const connections = 32;
const bodyBytes = 1024;

const resultSchema = z.object({
  requests: z.object({ average: z.number(), total: z.int() }),
  non2xx: z.int(),
  errors: z.int(),
});

/** An event of 1 KB; autocannon puts another id into each that it sends, so that none is a repetition. */
function body(): string {
  const facts = { metric: "Placed Order", email: "bench@example.com", uniqueId: "[<id>]" };
  const short = JSON.stringify(eventDocument(facts, ""));
  return JSON.stringify(eventDocument(facts, "x".repeat(bodyBytes - short.length)));
}

/** Posts events from a process of its own and answers with the requests per second. Throws when one was not answered with success. */
export async function requestsPerSecond(url: string, span: { seconds: number } | { amount: number }): Promise<number> {
  const length = "seconds" in span ? ["-d", String(span.seconds)] : ["-a", String(span.amount)];
  const headers = ["-H", `authorization=Klaviyo-API-Key ${apiKey}`, "-H", "content-type=application/json"];
  const { stdout } = await run(
    process.execPath,
    [
      join(projectRoot, "node_modules", "autocannon", "autocannon.js"),
      ...["-j", "-m", "POST", "-I", "-c", String(connections), ...length, ...headers, "-b", body(), url],
    ],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  const { requests, non2xx, errors } = resultSchema.parse(JSON.parse(stdout));
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} of ${requests.total} requests to ${url} failed.`);
  return requests.average;
}
