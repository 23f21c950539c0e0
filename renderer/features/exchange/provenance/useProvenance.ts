import { useMemo, useState } from "react";
import type { Link, Place } from "../../../../core/translation/link.ts";
import { type Trace, traceOf } from "./trace.ts";

export interface Provenance {
  /** The field whose way is shown: the one under the pointer, else the one chosen by caret or finding. */
  readonly active: Place | undefined;
  readonly trace: Trace | undefined;
  hover(place: Place | undefined): void;
  choose(place: Place | undefined): void;
}

/** Which field's way is shown. A place counts for the exchange in which it was pointed at, and no longer. */
export function useProvenance(links: readonly Link[]): Provenance {
  const [hovered, setHovered] = useState<{ place: Place | undefined; links: readonly Link[] }>();
  const [chosen, setChosen] = useState<{ place: Place | undefined; links: readonly Link[] }>();
  const current = [hovered, chosen].find((each) => each?.links === links && each.place !== undefined)?.place;
  const pane = current?.pane;
  const pointer = current?.pointer;
  const active = useMemo(
    () => (pane === undefined || pointer === undefined ? undefined : { pane, pointer }),
    [pane, pointer],
  );
  const trace = useMemo(() => active && traceOf(links, active), [links, active]);
  return {
    active,
    trace,
    hover: (place) => setHovered({ place, links }),
    choose: (place) => setChosen({ place, links }),
  };
}
