import type { Origin } from "../../../../core/exchange/exchange.ts";

const made = {
  captured: "Received",
  composed: "Edited",
  replayed: "Replayed",
  imported: "Imported",
} as const satisfies Record<Origin, string>;

/** How a child came about: "Edited", "Replayed". */
export function madeText(origin: Origin): string {
  return made[origin];
}
