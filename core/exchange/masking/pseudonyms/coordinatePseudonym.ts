import type { Draw } from "./Draw.ts";

/** Decimal degrees whose fraction is another one of the same length: within some 111 km of the original, as near as its region. */
export function coordinatePseudonym(value: string, draw: Draw): string {
  const point = value.indexOf(".");
  if (point === -1) return value;
  return value.slice(0, point) + value.slice(point).replace(/\d/g, () => String(draw.below(10)));
}
