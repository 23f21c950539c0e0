import type { Unkept } from "../../../core/contract/events.ts";
import { countText } from "../../ui/quantityText.ts";

/** What the bar says of traffic that is not kept; undefined where there is nothing to say. */
export function unkeptText(isPaused: boolean, { exchanges, dropped }: Unkept): string | undefined {
  const shown = exchanges > 0 ? `${countText(exchanges, "exchange")} shown, not kept` : undefined;
  const older = dropped > 0 ? `; ${dropped.toLocaleString("en-US")} older ones are gone` : "";
  if (!isPaused) return shown && `While recording was paused: ${shown}${older}.`;
  return shown ? `Paused: ${shown}${older}.` : "Paused: what arrives is answered and shown, not kept.";
}
