import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Session } from "../../../../core/exchange/exchange.ts";
import { orpc } from "../../../client/client.ts";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { SessionGone } from "../../../ui/SessionGone.tsx";
import { SessionHeader } from "./SessionHeader.tsx";
import classes from "./SessionView.module.css";
import { sessionTabs } from "./sessionTabs.ts";

/** One session, with a tab for each thing to do with it. When it is deleted elsewhere, what a person is writing about it stays. */
export function SessionView() {
  const { sessionId, tab } = useParams({ from: "/sessions/$sessionId/$tab" });
  const sessions = useQuery(orpc.sessions.list.queryOptions());
  const session = sessions.data?.find(({ id }) => id === sessionId);
  const [last, setLast] = useState(session);
  if (session && session !== last) setLast(session);
  const shown = session ?? (last?.id === sessionId ? last : undefined);
  if (sessions.isPending) return null;
  if (sessions.isError) return <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />;
  return (
    <>
      {!session && (
        <SessionGone>
          <Button variant="default" renderRoot={(props) => <Link {...props} to="/sessions" />}>
            All sessions
          </Button>
        </SessionGone>
      )}
      {shown && (
        <article
          id="session"
          tabIndex={-1}
          className={classes.session}
          hidden={!session}
          aria-label={`Session: ${shown.name}`}
        >
          <SessionHeader session={shown} />
          <SessionTabs session={shown} chosen={tab} />
        </article>
      )}
    </>
  );
}

function SessionTabs({ session, chosen }: { session: Session; chosen: string }) {
  const [first] = sessionTabs;
  const tab = sessionTabs.find(({ id }) => id === chosen) ?? first;
  if (!tab) return null;
  const { component: Content } = tab;
  return (
    <>
      <nav className={classes.tabs} aria-label="Parts of the session">
        {sessionTabs.map(({ id, label, icon: Icon }) => (
          <Link
            key={id}
            to="/sessions/$sessionId/$tab"
            params={{ sessionId: session.id, tab: id }}
            className={classes.tab}
            aria-current={id === tab.id ? "page" : undefined}
          >
            <Icon size={15} stroke={1.6} aria-hidden />
            {label}
          </Link>
        ))}
      </nav>
      <div className={classes.content}>
        <Content key={session.id} session={session} />
      </div>
    </>
  );
}
