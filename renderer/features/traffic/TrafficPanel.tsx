import { useThrottledValue } from "@mantine/hooks";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useAction } from "../../actions/useAction.ts";
import { useStatus } from "../../live/LiveContext.ts";
import type { ListboxHandle } from "../../ui/VirtualListbox.tsx";
import { FilterField } from "./FilterField.tsx";
import { NothingYet } from "./ListStates.tsx";
import { NewChip } from "./NewChip.tsx";
import { OtherSession } from "./OtherSession.tsx";
import classes from "./TrafficPanel.module.css";
import { TrafficRows } from "./TrafficRows.tsx";
import { arrivalText } from "./trafficRow.ts";
import { useTrafficList } from "./useTrafficList.ts";

interface TrafficPanelProps {
  readonly chosen: string | undefined;
  /** Nothing stands beside the list, so that it has to help a newcomer itself. */
  readonly isAlone?: boolean;
}

const announcementPauseMs = 4_000;

export function TrafficPanel({ chosen, isAlone = false }: TrafficPanelProps) {
  const { session: recording } = useStatus();
  const { filter = "", session = recording.id } = useSearch({ strict: false });
  const navigate = useNavigate();
  const listbox = useRef<ListboxHandle>(null);
  const [isAtTop, setIsAtTop] = useState(true);
  const [clears, setClears] = useState(0);
  const [chosenIsBelow, setChosenIsBelow] = useState(false);
  const list = useTrafficList({ session, filter }, !isAtTop || chosenIsBelow);
  const index = list.rows.findIndex(({ id }) => id === chosen);
  const active = index < 0 ? undefined : index;
  if (chosenIsBelow !== index > 0) setChosenIsBelow(index > 0);
  const announcement = useThrottledValue(arrivalText(list.total, list.rows[0]), announcementPauseMs);

  const go = (exchangeId: string | undefined) =>
    void navigate({
      ...(exchangeId === undefined ? { to: "/traffic" } : { to: "/traffic/$exchangeId", params: { exchangeId } }),
      search: (before) => ({ ...before, item: undefined }),
      replace: chosen !== undefined,
    });
  const move = (to: number) => {
    const row = list.rows[to];
    if (row && row.id !== chosen) go(row.id);
  };
  const setFilter = (text: string) =>
    void navigate({
      to: ".",
      search: (before) => ({ ...before, filter: text === "" ? undefined : text }),
      replace: true,
    });
  const clearFilter = () => {
    setFilter("");
    setClears(clears + 1);
  };
  useAction("next-exchange", () => move((active ?? -1) + 1), list.rows.length > 0);
  useAction("previous-exchange", () => move(Math.max(0, (active ?? 1) - 1)), list.rows.length > 0);

  return (
    <section className={classes.panel} aria-label="Traffic">
      <FilterField key={clears} filter={filter} onFilter={setFilter} onLeave={() => listbox.current?.focus()} />
      <OtherSession id={session}>
        <div className={classes.announcement} aria-live="polite">
          {announcement}
        </div>
        <NewChip
          count={list.held}
          onTakeIn={() => {
            list.takeIn();
            listbox.current?.scrollToTop();
          }}
        />
        <TrafficRows
          id="traffic"
          label="Exchanges, newest first"
          handle={listbox}
          list={list}
          filter={filter}
          onClearFilter={clearFilter}
          active={active}
          onMove={move}
          onEnter={() => document.getElementById("exchange")?.focus()}
          onEscape={() => go(undefined)}
          onScroll={setIsAtTop}
        >
          <NothingYet showsGuide={isAlone} />
        </TrafficRows>
      </OtherSession>
    </section>
  );
}
