import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { RetranslationView } from "../../../../core/contract/comparison.ts";
import type { Session } from "../../../../core/exchange/exchange.ts";
import { orpc } from "../../../client/client.ts";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { countText } from "../../../ui/quantityText.ts";
import { dismissFinished } from "../dismissFinished.ts";
import { WorkProgress } from "../WorkProgress.tsx";
import { ChangedExchanges } from "./ChangedExchanges.tsx";
import { ChangeList } from "./ChangeList.tsx";
import classes from "./RetranslateTab.module.css";

/** Runs the session through the present rules and metric table, without sending anything. */
export function RetranslateTab({ session }: { session: Session }) {
  const start = useQuery({
    ...orpc.comparison.startRetranslation.queryOptions({ input: { session: session.id } }),
    gcTime: 0,
  });
  const id = start.data?.id;
  const found = useQuery(
    orpc.comparison.retranslation.queryOptions({ input: { id: id ?? "" }, enabled: id !== undefined }),
  );
  useEffect(() => {
    if (found.isSuccess && id !== undefined) dismissFinished(id);
  }, [found.isSuccess, id]);
  const error = start.error ?? found.error;
  return (
    <section className={classes.tab} aria-label="Translate again">
      <p className={classes.intro}>
        What the present mapping rules and{" "}
        <Link to="/settings" className={classes.link}>
          metric table
        </Link>{" "}
        would make of this session, beside what was recorded. Nothing is sent.
      </p>
      {error ? (
        <ErrorState error={error} onRetry={() => void start.refetch()} />
      ) : found.data && id !== undefined ? (
        <Retranslated key={id} id={id} result={found.data} />
      ) : (
        <WorkProgress id={id} text="Translating again…" />
      )}
    </section>
  );
}

function totalsText({ total, same, changed, unrecorded, untranslated }: RetranslationView["totals"]): string {
  return [
    `${countText(total, "exchange")}: ${changed.toLocaleString("en-US")} would change, ${same.toLocaleString("en-US")} would not`,
    unrecorded > 0 && `${unrecorded.toLocaleString("en-US")} without recorded native calls`,
    untranslated > 0 && `${untranslated.toLocaleString("en-US")} that no rule translates`,
  ]
    .filter(Boolean)
    .join(", ");
}

function Retranslated({ id, result }: { id: string; result: RetranslationView }) {
  const [group, setGroup] = useState<number>();
  const { totals } = result;
  return (
    <>
      <p className={classes.totals} role="status">
        {totalsText(totals)}.
      </p>
      {totals.changed > 0 && (
        <div className={classes.columns}>
          <ChangeList result={result} chosen={group} onChoose={setGroup} />
          <ChangedExchanges key={group} id={id} group={group} />
        </div>
      )}
    </>
  );
}
