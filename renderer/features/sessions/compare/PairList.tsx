import { CloseButton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { type DifferenceGroupView, type PairRow, pairVerdicts } from "../../../../core/contract/comparison.ts";
import { verdicts } from "../../../../core/exchange/compare/compareExchanges.ts";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { IsolatedTexts } from "../../../ui/IsolatedTexts.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { type OptionProps, VirtualListbox } from "../../../ui/VirtualListbox.tsx";
import { partTexts, placeText, verdictTones } from "../../compare/compareText.ts";
import classes from "./PairList.module.css";
import { pairOptions } from "./pairQueries.ts";

function RowContent({ row }: { row: PairRow }) {
  const shown = row.left ?? row.right;
  const verdict = verdicts.find((each) => each === row.verdict);
  return (
    <span className={classes.row}>
      <span className={classes.verdict}>
        <Tag tone={verdict ? verdictTones[verdict] : "quiet"}>{row.verdict.replace("-only", " only")}</Tag>
      </span>
      <span className={classes.texts}>
        <span className={classes.title}>
          {shown ? <IsolatedTexts texts={[shown.title, shown.subject]} /> : "Deleted since"}
        </span>
        <span className={classes.facts}>
          {shown && `no. ${shown.seq} · ${shown.method} ${shown.endpoint}`}
          {row.text && ` · ${row.text}`}
        </span>
      </span>
    </span>
  );
}

/** Where a row leads: to the comparison, or to the exchange that has no partner. */
function destination({ left, right }: PairRow) {
  if (left && right) return { to: "/compare/$left/$right", params: { left: left.id, right: right.id } } as const;
  const only = left ?? right;
  return (
    only &&
    ({ to: "/traffic/$exchangeId", params: { exchangeId: only.id }, search: { session: only.session } } as const)
  );
}

function PairLink({ row, option }: { row: PairRow; option: OptionProps }) {
  const place = destination(row);
  if (!place) {
    return (
      <div {...option}>
        <RowContent row={row} />
      </div>
    );
  }
  return (
    <Link {...option} {...place}>
      <RowContent row={row} />
    </Link>
  );
}

/** What the list is narrowed by, and the way to widen it again. */
function Narrowing({ text }: { text: string }) {
  const navigate = useNavigate();
  return (
    <span className={classes.narrowing}>
      {text}
      <CloseButton
        size="xs"
        aria-label="Show all exchanges"
        onClick={() =>
          void navigate({ to: ".", search: (before) => ({ ...before, group: undefined, verdict: undefined }) })
        }
      />
    </span>
  );
}

/** The exchanges of both sessions as they found each other; each pair opens its differences. */
export function PairList({ id, groups }: { id: string; groups: readonly DifferenceGroupView[] }) {
  const { group, verdict: asked } = useSearch({ from: "/sessions/$sessionId/$tab" });
  const navigate = useNavigate();
  const [active, setActive] = useState<number>();
  const verdict = pairVerdicts.find((each) => each === asked);
  const pairs = useInfiniteQuery(pairOptions(id, verdict, group));
  const rows = useMemo(() => pairs.data?.pages.flatMap((page) => page.rows) ?? [], [pairs.data]);
  const total = pairs.data?.pages[0]?.total ?? 0;
  const chosen = groups.find((each) => each.group === group);
  const narrowing = chosen
    ? `${partTexts[chosen.part]}: ${placeText(chosen.part, chosen.pattern)}`
    : verdict?.replace("-", " ");
  const open = () => {
    const row = rows[active ?? -1];
    const place = row && destination(row);
    if (place) void navigate(place);
  };
  return (
    <section className={classes.list} aria-label="Pairs">
      <p className={classes.head} role="status">
        {pairs.data && `${total.toLocaleString("en-US")} in all`}
        {narrowing !== undefined && <Narrowing text={narrowing} />}
      </p>
      {pairs.error && <ErrorState error={pairs.error} onRetry={() => void pairs.refetch()} />}
      {rows.length > 0 && (
        <VirtualListbox
          id="pairs"
          label="Pairs of exchanges"
          count={rows.length}
          total={total}
          rowHeight={48}
          active={active}
          keyOf={(at) => `${rows[at]?.left?.id} ${rows[at]?.right?.id} ${at}`}
          renderRow={(at, option) => {
            const row = rows[at];
            return row && <PairLink row={row} option={option} />;
          }}
          onMove={setActive}
          onEnter={open}
          onNearEnd={() => {
            if (pairs.hasNextPage && !pairs.isFetching) void pairs.fetchNextPage();
          }}
        />
      )}
    </section>
  );
}
