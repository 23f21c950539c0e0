import type { Session } from "../../core/exchange/exchange.ts";
import { CommandEnd, exitCodes } from "./exitCodes.ts";

/** A check of nothing would pass, and an output of nothing would look like one: neither ends as done. */
export function refuseNothing(count: number, { name }: Pick<Session, "name">, filter: string): void {
  if (count > 0) return;
  const why =
    filter.trim() === "" ? `"${name}" is empty.` : `"${name}" has no exchange that fits this filter: ${filter}`;
  throw new CommandEnd(exitCodes.failed, `Nothing to do: the session ${why}`);
}
