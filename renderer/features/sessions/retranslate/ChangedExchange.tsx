import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ExchangeSummary } from "../../../../core/exchange/exchange.ts";
import { orpc } from "../../../client/client.ts";
import { CodeText } from "../../../ui/CodeText.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { kindTexts } from "../../compare/compareText.ts";
import { ValueChange } from "../compare/ValueChange.tsx";
import classes from "./ChangedExchange.module.css";

/** What would change in one exchange: the places of its native calls as recorded and as they would be, and its findings. */
export function ChangedExchange({ exchange }: { exchange: ExchangeSummary }) {
  const { id, session, title } = exchange;
  const query = useQuery(orpc.comparison.retranslatedExchange.queryOptions({ input: { id } }));
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <p className={classes.reading}>Reading what would change…</p>;
  const { differences, omitted, newFindings, goneFindings } = query.data;
  const findings = [
    ...newFindings.map((finding) => ({ ...finding, is: "new" })),
    ...goneFindings.map((finding) => ({ ...finding, is: "gone" })),
  ];
  return (
    <section className={classes.change} aria-label={`What would change in ${title}`}>
      <p className={classes.head}>
        As recorded → by the present rules
        <Link to="/traffic/$exchangeId" params={{ exchangeId: id }} search={{ session }} className={classes.link}>
          Open the exchange
        </Link>
      </p>
      <ul className={classes.list}>
        {differences.map(({ kind, pointer, left, right, rules }) => (
          <li key={`${kind} ${pointer}`} className={classes.item}>
            <code>{pointer}</code> <span className={classes.about}>{[kindTexts[kind], ...rules].join(" · ")}</span>
            <div>
              <ValueChange left={left} right={right} />
            </div>
          </li>
        ))}
        {findings.map(({ is, code, pointer, message }) => (
          <li key={`${is} ${code} ${pointer}`} className={classes.item}>
            <code>{pointer}</code> <span className={classes.about}>{`finding ${is}`}</span>
            <div>
              <CodeText>{message}</CodeText>
            </div>
          </li>
        ))}
        {omitted > 0 && <li className={classes.item}>{`and ${omitted.toLocaleString("en-US")} more`}</li>}
      </ul>
    </section>
  );
}
