import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { orpc } from "../../client/client.ts";
import { useStatus } from "../../live/LiveContext.ts";
import { SessionGone } from "../../ui/SessionGone.tsx";
import classes from "./OtherSession.module.css";

/**
 * Around the list of a session: says whose exchanges these are where that is not the session that is recorded into, and leads back there. Nothing is listed of
 * one that was deleted.
 */
export function OtherSession({ id, children }: { id: string; children: ReactNode }) {
  const isOther = useStatus().session.id !== id;
  const sessions = useQuery(orpc.sessions.list.queryOptions({ enabled: isOther })).data;
  const session = isOther ? sessions?.find((each) => each.id === id) : undefined;
  if (isOther && sessions && !session) {
    return (
      <SessionGone>
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/traffic" search={{}} />}>
          Back to what arrives
        </Button>
      </SessionGone>
    );
  }
  return (
    <>
      {session && (
        <p className={classes.bar}>
          <span className={classes.name} title={session.name}>
            Of “<bdi>{session.name}</bdi>”
          </span>
          <Link to="/traffic" search={{}} className={classes.back}>
            Back to what arrives
          </Link>
        </p>
      )}
      {children}
    </>
  );
}
