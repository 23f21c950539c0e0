import { Progress, Stack, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Replay, ReplayOutcome } from "../../../../../core/contract/replay.ts";
import type { Session } from "../../../../../core/exchange/exchange.ts";
import { orpc } from "../../../../client/client.ts";
import { ErrorState } from "../../../../ui/ErrorState.tsx";
import { VirtualListbox } from "../../../../ui/VirtualListbox.tsx";
import { progressText } from "../../../jobs/jobText.ts";
import { resultsOptions } from "../replayQueries.ts";
import { OutcomeFilter } from "./OutcomeFilter.tsx";
import classes from "./ReplayResults.module.css";
import { ResultRow } from "./ResultRow.tsx";
import { ResultsHeader } from "./ResultsHeader.tsx";

const rowHeight = 52;

/** What came of a replay, exchange by exchange. */
export function ReplayResults({ replay, session }: { replay: Replay; session: Session }) {
  const [outcome, setOutcome] = useState<ReplayOutcome>();
  const isUnderWay = replay.job !== null;
  const results = useInfiniteQuery(resultsOptions(replay.session, outcome));
  const job = useQuery(orpc.jobs.list.queryOptions({ enabled: false })).data?.find(({ id }) => id === replay.job);
  const totals = results.data?.pages.at(-1)?.totals ?? replay.totals;
  return (
    <section className={classes.results} aria-label="Results of the replay">
      <ResultsHeader replay={replay} session={session} />
      {job && (
        <div className={classes.progress}>
          <Progress size="sm" className={classes.bar ?? ""} value={(job.fraction ?? 0) * 100} aria-label="Answered" />
          <span>{progressText(job)}</span>
        </div>
      )}
      <OutcomeFilter totals={totals} chosen={outcome} onChoose={setOutcome} />
      {results.isError && <ErrorState error={results.error} onRetry={() => void results.refetch()} />}
      {results.data && (
        <ResultList
          key={outcome}
          rows={results.data.pages.flatMap((page) => page.results)}
          total={
            outcome === undefined ? totals.same + totals.changed + totals.failed + totals.pending : totals[outcome]
          }
          isUnderWay={isUnderWay}
          onNearEnd={() => {
            if (results.hasNextPage && !results.isFetchingNextPage) void results.fetchNextPage();
          }}
        />
      )}
    </section>
  );
}

interface ResultListProps {
  readonly rows: readonly Parameters<typeof ResultRow>[0]["result"][];
  readonly total: number;
  readonly isUnderWay: boolean;
  readonly onNearEnd: () => void;
}

function ResultList({ rows, total, isUnderWay, onNearEnd }: ResultListProps) {
  const [active, setActive] = useState<number>();
  const navigate = useNavigate();
  const open = () => {
    const { recorded, replayed } = rows[active ?? -1] ?? {};
    if (!(recorded && replayed)) return;
    void navigate({ to: "/compare/$left/$right", params: { left: recorded.id, right: replayed.id } });
  };
  if (rows.length === 0) {
    return (
      <Stack p="lg" gap="xs">
        <Text fw={600}>{isUnderWay ? "Waiting for the first answer" : "No exchange came out so"}</Text>
        <Text c="dimmed">
          {isUnderWay ? "Each answer stands here as it comes." : "Choose another outcome above to see the others."}
        </Text>
      </Stack>
    );
  }
  return (
    <VirtualListbox
      id="replay-results"
      label="Exchanges in the order of sending"
      count={rows.length}
      total={total}
      rowHeight={rowHeight}
      active={active}
      keyOf={(at) => rows[at]?.position ?? at}
      renderRow={(at, option) => {
        const row = rows[at];
        return row && <ResultRow result={row} option={option} />;
      }}
      onMove={setActive}
      onEnter={open}
      onNearEnd={onNearEnd}
    />
  );
}
