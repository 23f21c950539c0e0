import type { ReactNode } from "react";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { VirtualListbox, type VirtualListboxProps } from "../../ui/VirtualListbox.tsx";
import { FilteredAway, LoadingRows } from "./ListStates.tsx";
import { TrafficRowLink } from "./TrafficRowLink.tsx";
import type { TrafficList } from "./useTrafficList.ts";

interface TrafficRowsProps
  extends Pick<
    VirtualListboxProps,
    "id" | "label" | "handle" | "active" | "onMove" | "onEnter" | "onEscape" | "onScroll"
  > {
  readonly list: TrafficList;
  readonly filter: string;
  readonly onClearFilter: () => void;
  /** Where the list is not that of the Traffic screen: the session that screen is to show. */
  readonly session?: string;
  /** Where there are none yet. */
  readonly children: ReactNode;
}

/** The rows of a list of exchanges, or what there is to say in their place. */
export function TrafficRows({ list, filter, onClearFilter, session, children, ...listbox }: TrafficRowsProps) {
  const { rows, total, isPending, error } = list;
  if (rows.length > 0) {
    return (
      <VirtualListbox
        {...listbox}
        count={rows.length}
        total={total}
        rowHeight={52}
        keyOf={(at) => rows[at]?.id ?? at}
        renderRow={(at, option) => {
          const row = rows[at];
          return row && <TrafficRowLink exchange={row} option={option} session={session} />;
        }}
        onNearEnd={list.readOlder}
      />
    );
  }
  if (isPending) return <LoadingRows />;
  if (error) return <ErrorState error={error} onRetry={list.retry} />;
  return filter === "" ? children : <FilteredAway onClear={onClearFilter} />;
}
