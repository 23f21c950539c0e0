import type { Link, Place } from "../../../../core/translation/link.ts";

/** The way of a field through an exchange: each place where its value is, and the steps between them in the order of the flow. */
export interface Trace {
  readonly places: readonly Place[];
  readonly links: readonly Link[];
}

function isWithin(inner: Place, outer: Place): boolean {
  if (inner.pane !== outer.pane) return false;
  return inner.pointer === outer.pointer || inner.pointer.startsWith(`${outer.pointer}/`);
}

/**
 * One is the other, or lies within it: a step that carries a list concerns its items, one that carries a member the object around it. A step of structure
 * concerns none of the members of the object that it belongs to.
 */
function concerns(link: Link, end: "from" | "to", place: Place): boolean {
  return isWithin(link[end], place) || (!link.isStructure && isWithin(place, link[end]));
}

/** Steps from `start` on, over and over, in one direction only: what else came from the same source is another field's way. */
function follow(links: readonly Link[], start: Place, near: "from" | "to", far: "from" | "to"): Link[] {
  const found = new Set<Link>();
  let front: readonly Place[] = [start];
  while (front.length > 0) {
    const steps = links.filter((link) => !found.has(link) && front.some((place) => concerns(link, near, place)));
    for (const step of steps) found.add(step);
    front = steps.map((step) => step[far]);
  }
  return [...found];
}

/** Where a field came from and where it went, through all panes. */
export function traceOf(links: readonly Link[], place: Place): Trace {
  const before = follow(links, place, "to", "from");
  const after = follow(links, place, "from", "to");
  const seen = new Map(
    [place, ...before.map(({ from }) => from), ...after.map(({ to }) => to)].map((each) => [
      `${each.pane} ${each.pointer}`,
      each,
    ]),
  );
  return { places: [...seen.values()], links: [...before.reverse(), ...after] };
}
