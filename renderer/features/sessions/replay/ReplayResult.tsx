import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { JobResult } from "../../../../core/contract/jobs.ts";

interface ReplayResultProps {
  /** The session that was sent. */
  readonly source: string;
  readonly result: JobResult<"replay">;
}

/** What came of a replay, with the way to each exchange of it. */
export function ReplayResult({ source, result: { session, totals, twin } }: ReplayResultProps) {
  const { same, changed, failed } = totals;
  return (
    <>
      <span>
        {same.toLocaleString("en-US")} same, {changed.toLocaleString("en-US")} changed, {failed.toLocaleString("en-US")}{" "}
        failed
      </span>
      <Anchor component={Link} to={`/sessions/${source}/replay?replay=${session}`} size="sm">
        Open the results
      </Anchor>
      {twin !== null && (
        <Anchor component={Link} to={`/sessions/${twin}/compare?other=${session}&mode=noise`} size="sm">
          Review what differed
        </Anchor>
      )}
    </>
  );
}
