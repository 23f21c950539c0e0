import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { orpc } from "../../client/client.ts";
import classes from "./OtherSession.module.css";

/** Says whose exchanges are listed where that is not the session that is recorded into, and leads back there. */
export function OtherSession({ id }: { id: string }) {
  const sessions = useQuery(orpc.sessions.list.queryOptions()).data;
  const name = sessions?.find((session) => session.id === id)?.name;
  if (name === undefined) return null;
  return (
    <p className={classes.bar}>
      <span className={classes.name} title={name}>
        Of “<bdi>{name}</bdi>”
      </span>
      <Link to="/traffic" search={{}} className={classes.back}>
        Back to what arrives
      </Link>
    </p>
  );
}
