import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { countText } from "../../../ui/quantityText.ts";
import { VirtualListbox } from "../../../ui/VirtualListbox.tsx";
import { retranslatedOptions } from "../compare/pairQueries.ts";
import { ChangedExchange } from "./ChangedExchange.tsx";
import classes from "./ChangedExchanges.module.css";

/** The exchanges that would change, and what would change in the chosen one. */
export function ChangedExchanges({ id, group }: { id: string; group: number | undefined }) {
  const query = useInfiniteQuery(retranslatedOptions(id, group));
  const [active, setActive] = useState(0);
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  const total = query.data?.pages[0]?.total ?? 0;
  const chosen = rows[active]?.exchange;
  return (
    <div className={classes.changed}>
      <p className={classes.head}>{query.data && `${countText(total, "exchange")} would change`}</p>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <div className={classes.list}>
        <VirtualListbox
          id="retranslated"
          label="Exchanges that would change"
          count={rows.length}
          total={total}
          rowHeight={44}
          active={rows.length > 0 ? active : undefined}
          keyOf={(at) => rows[at]?.exchange?.id ?? at}
          renderRow={(at, option) => {
            const row = rows[at];
            if (!row) return null;
            const { exchange, text } = row;
            return (
              <button type="button" {...option} onClick={() => setActive(at)}>
                <span className={classes.row}>
                  <span className={classes.title}>
                    {exchange ? [exchange.title, exchange.subject].filter(Boolean).join(" · ") : "Deleted since"}
                  </span>
                  <span className={classes.facts}>
                    {[exchange && `no. ${exchange.seq}`, text].filter(Boolean).join(" · ")}
                  </span>
                </span>
              </button>
            );
          }}
          onMove={setActive}
          onNearEnd={() => {
            if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
          }}
        />
      </div>
      {chosen && <ChangedExchange exchange={chosen} />}
    </div>
  );
}
