import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { countText } from "../../../ui/quantityText.ts";
import { VirtualListbox } from "../../../ui/VirtualListbox.tsx";
import { itemsOptions } from "../exchangeQueries.ts";
import { ItemRow } from "./ItemRow.tsx";
import classes from "./ItemsPanel.module.css";

interface ItemsPanelProps {
  readonly id: string;
  readonly count: number;
  readonly current: number;
}

const typingPauseMs = 200;

/** The items of a bulk request; the chosen one's translation stands beside. */
export function ItemsPanel({ id, count, current }: ItemsPanelProps) {
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text.trim(), typingPauseMs);
  const navigate = useNavigate();
  const { data, error, refetch, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(itemsOptions(id, search));
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const total = data?.pages[0]?.total ?? 0;
  const active = rows.findIndex(({ index }) => index === current);
  const go = (to: number) => {
    const item = rows[to]?.index;
    if (item !== undefined) void navigate({ to: ".", search: (before) => ({ ...before, item }), replace: true });
  };
  return (
    <section className={classes.panel} aria-label="Items">
      <TextInput
        type="search"
        aria-label="Search the items"
        placeholder={`Search ${countText(count, "item")}`}
        leftSection={<IconSearch size={14} stroke={1.6} aria-hidden />}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        className={classes.search ?? ""}
      />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && rows.length === 0 && <p className={classes.none}>No item contains this text.</p>}
      <VirtualListbox
        id="items"
        label="Items of the bulk request"
        count={rows.length}
        total={total}
        rowHeight={44}
        active={active < 0 ? undefined : active}
        keyOf={(at) => rows[at]?.index ?? at}
        renderRow={(at, option) => {
          const row = rows[at];
          return (
            row && (
              <Link {...option} to="." search={(before) => ({ ...before, item: row.index })} replace>
                <ItemRow item={row} />
              </Link>
            )
          );
        }}
        onMove={go}
        onNearEnd={() => {
          if (hasNextPage && !isFetching) void fetchNextPage();
        }}
      />
    </section>
  );
}
