import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ExchangeSummary } from "../../../core/exchange/exchange.ts";
import { orpc } from "../../client/client.ts";
import { IsolatedTexts } from "../../ui/IsolatedTexts.tsx";
import { timeText } from "../../ui/quantityText.ts";
import { Tag } from "../../ui/Tag.tsx";
import { statusTone } from "../../ui/tone.ts";
import { madeAtText } from "../traffic/trafficRow.ts";
import classes from "./SideCard.module.css";

/** One of the two exchanges, and the way to it. */
export function SideCard(props: { side: string; what: string; exchange: ExchangeSummary }) {
  const { side, what, exchange } = props;
  const { id, status, title, subject, method, path, origin, at, session, seq } = exchange;
  const sessions = useQuery(orpc.sessions.list.queryOptions());
  const name = sessions.data?.find((each) => each.id === session)?.name ?? "";
  return (
    <section className={classes.card} aria-label={`${side}: ${what}`}>
      <p className={classes.side}>
        <strong>{side}</strong> {what}
      </p>
      <p className={classes.line}>
        <Tag tone={statusTone(status)} isMono>
          {status ?? "—"}
        </Tag>
        <Link to="/traffic/$exchangeId" params={{ exchangeId: id }} search={{ session }} className={classes.title}>
          <IsolatedTexts texts={[title, subject]} />
        </Link>
      </p>
      <p className={classes.facts}>
        <code className={classes.path}>{`${method} ${path}`}</code>
        <span>
          {`${madeAtText(origin, timeText(at))}, no. ${seq} of `}
          <bdi>{name}</bdi>
        </span>
      </p>
    </section>
  );
}
