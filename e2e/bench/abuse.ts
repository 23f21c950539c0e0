import { setTimeout } from "node:timers/promises";
import { AbusiveClients } from "../fixtures/AbusiveClients.ts";
import { residentMib } from "../fixtures/residentMib.ts";
import type { Serve } from "../fixtures/serve.ts";
import { withServe } from "./benchServe.ts";
import type { Figure } from "./figure.ts";
import { delayOfTraffic, requestsPerSecond } from "./load.ts";

const seconds = 5;
const mostMemory = 3;

/** What holds on is begun once, what is over soon is done again and again. */
const abuses: readonly {
  readonly name: string;
  readonly holds: boolean;
  run(clients: AbusiveClients): Promise<unknown>;
}[] = [
  { name: "1,000 idle connections", holds: true, run: (clients) => clients.idle() },
  { name: "200 slow headers", holds: true, run: (clients) => clients.slowHeaders() },
  { name: "200 held-back bodies of 8 MB", holds: true, run: (clients) => clients.heldBackBodies() },
  { name: "64 MB of brackets", holds: false, run: (clients) => clients.nestedBrackets() },
  { name: "500 requests in one piece", holds: false, run: (clients) => clients.pipelined() },
];

interface Cost {
  /** The 99th percentile of the time to an answer of others, in milliseconds. */
  readonly delay: number;
  /** The most memory of the host, in MiB. */
  readonly memory: number;
}

/** What others wait for and the host holds while `meanwhile` goes on, which is told when to stop. All of the others must be answered. */
async function costBeside({ compat, pid }: Serve, meanwhile: (over: AbortSignal) => Promise<unknown>): Promise<Cost> {
  const over = new AbortController();
  const going = meanwhile(over.signal);
  let memory = 0;
  const sampling = (async () => {
    while (!over.signal.aborted) {
      memory = Math.max(memory, await residentMib(pid));
      await setTimeout(50);
    }
  })();
  const delay = await delayOfTraffic(`${compat}/api/events`, seconds).finally(() => over.abort());
  await Promise.all([going, sampling]);
  return { delay, memory };
}

/** What abuse of the port costs other clients and the host, each kind at a workbench of its own. */
export async function abuse(): Promise<Figure[]> {
  const lines = { delay: [] as string[], memory: [] as string[] };
  const worst = { delay: 0, memory: 0 };
  for (const { name, holds, run } of abuses) {
    await withServe(async (serve) => {
      await requestsPerSecond(`${serve.compat}/api/events`, { amount: 5000 });
      const alone = await costBeside(serve, async () => undefined);
      const clients = new AbusiveClients(serve.compat);
      const under = await costBeside(serve, async (over) => {
        do await run(clients);
        while (!holds && !over.aborted);
      });
      clients.hangUp();
      for (const what of ["delay", "memory"] as const) {
        worst[what] = Math.max(worst[what], under[what] / alone[what]);
        lines[what].push(`${name} ${alone[what].toFixed(0)} and ${under[what].toFixed(0)}`);
      }
    });
  }
  return [
    {
      name: `99th percentile of the time to an answer of others, 100 requests a second, without and under abuse of the port, in ms (${lines.delay.join("; ")})`,
      measured: `${worst.delay.toFixed(1)} times at most`,
      // One that was not would have ended this run with a fault.
      goal: "every one of them answered",
      isMet: true,
    },
    {
      name: `Memory of the host without and at most under abuse of the port, in MiB (${lines.memory.join("; ")})`,
      measured: `${worst.memory.toFixed(1)} times at most`,
      goal: `at most ${mostMemory}`,
      isMet: worst.memory <= mostMemory,
    },
  ];
}
