import { countText } from "../../../ui/quantityText.ts";

/** What a split would do: how many exchanges move, and how many stay. */
export function fitText(fitting: number, all: number): string {
  if (fitting === 0) return "No exchange fits.";
  const moved = `${countText(fitting, "exchange")} ${fitting === 1 ? "moves" : "move"}`;
  const rest = Math.max(0, all - fitting);
  return rest === 0
    ? `${moved}: all there are.`
    : `${moved}, ${rest.toLocaleString("en-US")} ${rest === 1 ? "stays" : "stay"}.`;
}
