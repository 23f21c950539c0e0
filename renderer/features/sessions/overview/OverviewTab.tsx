import { Stack, Text } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { Session } from "../../../../core/exchange/exchange.ts";
import type { ListboxHandle } from "../../../ui/VirtualListbox.tsx";
import { FilterField } from "../../traffic/FilterField.tsx";
import { TrafficRows } from "../../traffic/TrafficRows.tsx";
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
      <TrafficRows
        id="session-exchanges"
        label="Exchanges of the session, newest first"
        handle={listbox}
        list={list}
        filter={filter}
        onClearFilter={() => {
          setFilter("");
          setClears(clears + 1);
        }}
        session={session.id}
        active={active}
        onMove={setActive}
        onEnter={() => open(active)}
      >
        <Stack p="lg" gap="xs">
          <Text fw={600}>This session has no exchanges yet</Text>
          <Text c="dimmed">Record into it, and what your integration sends to the base URL shows up here.</Text>
        </Stack>
      </TrafficRows>
    </section>
  );
}
