import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import classes from "./DataScreen.module.css";
import { eventsOptions } from "./dataQueries.ts";
import { NativeList } from "./NativeList.tsx";
import { eventRow, momentText, type NativeRow } from "./nativeRows.ts";

interface EventsPanelProps {
  readonly property: string;
  readonly profile: string | undefined;
  readonly chosen: string | undefined;
  readonly onEvent: (id: string) => void;
}

/** The timeline of the chosen profile, or of the whole property. */
export function EventsPanel({ property, profile, chosen, onEvent }: EventsPanelProps) {
  const events = useInfiniteQuery(eventsOptions(property, profile));
  const rows = useMemo(
    () =>
      events.data?.pages.flatMap((page) =>
        page.events.map(eventRow).map(({ id, title, subject, occurredAt }): NativeRow => {
          const moment = momentText(occurredAt);
          return { id, title, subject: profile === undefined ? `${moment} · ${subject}` : moment };
        }),
      ) ?? [],
    [events.data, profile],
  );
  const total = events.data?.pages[0]?.total ?? 0;
  return (
    <section className={classes.panel} aria-label="Timeline">
      <div className={classes.tools}>
        <div className={classes.bar}>
          <h2 className={`${classes.heading} ${classes.grow}`}>
            {profile === undefined ? "All events of this property" : "Timeline"}
          </h2>
          <span className={classes.count}>{total.toLocaleString("en-US")}</span>
        </div>
      </div>
      <NativeList
        id="event-list"
        label="Events, newest first"
        rows={rows}
        total={total}
        chosen={chosen}
        isPending={events.isPending}
        error={events.error}
        empty={profile === undefined ? "This property has no event yet." : "This profile has no event yet."}
        onChoose={onEvent}
        onRetry={() => void events.refetch()}
        onNearEnd={() => {
          if (events.hasNextPage && !events.isFetching) void events.fetchNextPage();
        }}
      />
    </section>
  );
}
