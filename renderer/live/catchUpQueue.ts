import type { Query } from "@tanstack/react-query";
import type { TrafficInput } from "./trafficQueries.ts";

/** Lists that have to read what they missed: one reading of a list at a time, once more when something came meanwhile. */
export interface CatchUpQueue {
  add(input: TrafficInput, query: Query): void;
}

export function createCatchUpQueue(catchUp: (input: TrafficInput) => Promise<void>): CatchUpQueue {
  const waiting = new Map<string, TrafficInput>();
  const running = new Set<string>();

  async function run(hash: string, query: Query): Promise<void> {
    running.add(hash);
    for (let input = waiting.get(hash); input; input = waiting.get(hash)) {
      waiting.delete(hash);
      // A reading that failed shows its own error in the list, which then offers to try again.
      await Promise.resolve(query.promise).catch(() => {});
      await catchUp(input).catch(() => query.invalidate());
    }
    running.delete(hash);
  }

  return {
    add(input, query) {
      waiting.set(query.queryHash, input);
      if (!running.has(query.queryHash)) void run(query.queryHash, query);
    },
  };
}
