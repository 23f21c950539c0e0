import { Stack, Text } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { Session } from "../../../../core/exchange/exchange.ts";
import { type ListboxHandle, VirtualListbox } from "../../../ui/VirtualListbox.tsx";
import { FilterField } from "../../traffic/FilterField.tsx";
import { NoRows } from "../../traffic/ListStates.tsx";
import { TrafficRowLink } from "../../traffic/TrafficRowLink.tsx";
import { useTrafficList } from "../../traffic/useTrafficList.ts";
import classes from "./OverviewTab.module.css";

/** The exchanges of a session; each opens in Traffic. */
export function OverviewTab({ session }: { session: Session }) {
  const { filter = "" } = useSearch({ from: "/sessions/$sessionId/$tab" });
  const navigate = useNavigate();
  const listbox = useRef<ListboxHandle>(null);
  const [active, setActive] = useState<number>();
  const [clears, setClears] = useState(0);
  const list = useTrafficList({ session: session.id, filter }, false);
  const setFilter = (text: string) =>
    void navigate({
      to: ".",
      search: (before) => ({ ...before, filter: text === "" ? undefined : text }),
      replace: true,
    });
  const open = (at: number | undefined) => {
    const row = list.rows[at ?? -1];
    if (!row) return;
    void navigate({
      to: "/traffic/$exchangeId",
      params: { exchangeId: row.id },
      search: { session: session.id, ...(filter !== "" && { filter }) },
    });
  };
  return (
    <section className={classes.panel} aria-label="Exchanges of the session">
      <FilterField key={clears} filter={filter} onFilter={setFilter} onLeave={() => listbox.current?.focus()} />
      <NoRows
        list={list}
        filter={filter}
        onClear={() => {
          setFilter("");
          setClears(clears + 1);
        }}
      >
        <Stack p="lg" gap="xs">
          <Text fw={600}>This session has no exchanges yet</Text>
          <Text c="dimmed">Record into it, and what your integration sends to the base URL shows up here.</Text>
        </Stack>
      </NoRows>
      {list.rows.length > 0 && (
        <VirtualListbox
          id="session-exchanges"
          label="Exchanges of the session, newest first"
          handle={listbox}
          count={list.rows.length}
          total={list.total}
          rowHeight={52}
          active={active}
          keyOf={(at) => list.rows[at]?.id ?? at}
          renderRow={(at, option) => {
            const row = list.rows[at];
            return row && <TrafficRowLink exchange={row} option={option} session={session.id} />;
          }}
          onMove={setActive}
          onEnter={() => open(active)}
          onNearEnd={list.readOlder}
        />
      )}
    </section>
  );
}
