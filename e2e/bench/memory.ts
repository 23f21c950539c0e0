import { residentMib } from "../fixtures/residentMib.ts";
import { withServe } from "./benchServe.ts";
import type { Figure } from "./figure.ts";
import { requestsPerSecond } from "./load.ts";

const exchanges = 100_000;
const warmUp = 5_000;
const goalMib = 64;

/** What the host holds before and after; measured once it has run warm, as a share of a machine would mean nothing here. */
export async function memory(): Promise<Figure> {
  const { before, after } = await withServe(async ({ compat, pid }) => {
    const events = `${compat}/api/events`;
    await requestsPerSecond(events, { amount: warmUp });
    const before = await residentMib(pid);
    await requestsPerSecond(events, { amount: exchanges });
    return { before, after: await residentMib(pid) };
  });
  const growth = after - before;
  return {
    name: `Memory of the host over ${exchanges.toLocaleString("en-US")} recorded exchanges`,
    measured: `${before.toFixed(0)} MiB before, ${after.toFixed(0)} MiB after: ${growth.toFixed(0)} MiB more`,
    goal: `growth under ${goalMib} MiB`,
    isMet: growth < goalMib,
  };
}
