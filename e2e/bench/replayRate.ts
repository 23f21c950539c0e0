import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { generateSession } from "../data/generateSession.ts";
import { nodeOptions, program } from "../fixtures/serve.ts";
import { withServe } from "./benchServe.ts";
import { type Figure, median } from "./figure.ts";
import { secondsToSend } from "./load.ts";

const run = promisify(execFile);
const exchanges = 5000;
const rounds = 3;
/** How many requests are under way at a time: what a replay does unless told otherwise, and the most that it does. */
const widths = [4, 64] as const;
/** Single events: what the yardstick sends. */
const filter = "endpoint:events status:202";

const totalsSchema = z.object({ total: z.int(), same: z.int() });

/** A replay as a person starts it; answers with how many requests it sent, and how long the command took. */
async function replay(dataDir: string, target: string, width: number): Promise<{ count: number; seconds: number }> {
  const command = [
    "replay",
    "Events",
    "--target",
    target,
    "--filter",
    filter,
    "--concurrency",
    String(width),
    "--json",
  ];
  const started = performance.now();
  const args = [...(await nodeOptions()), program, ...command, "--data-dir", dataDir];
  const { stdout } = await run(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
  const seconds = (performance.now() - started) / 1000;
  const { total, same } = totalsSchema.parse(JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? ""));
  if (same < total) throw new Error(`${total - same} of ${total} requests did not come back the same.`);
  return { count: total, seconds };
}

/** Replayed events per second against as many that are only sent; in turns, so that both have the same machine. */
export async function replayRate(): Promise<Figure> {
  const dataDir = await mkdtemp(join(tmpdir(), "workbench-bench-"));
  try {
    await generateSession({ dataDir, exchanges, seed: 7, session: "Events" });
    const measured: string[] = [];
    let sent = 0;
    await withServe(async ({ compat }) => {
      for (const width of widths) {
        const ratios: number[] = [];
        for (let round = 0; round < rounds; round++) {
          const { count, seconds } = await replay(dataDir, compat, width);
          const yardstick = await secondsToSend(`${compat}/api/events`, { amount: count, connections: width });
          ratios.push(yardstick / seconds);
          sent = count;
        }
        measured.push(`${median(ratios).toFixed(2)} with ${width} under way at a time`);
      }
    });
    return {
      name: `Replaying ${sent.toLocaleString("en-US")} events at another workbench, recorded and compared: rate against autocannon`,
      measured: measured.join(", "),
      goal: "no goal is set",
      isMet: true,
    };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
