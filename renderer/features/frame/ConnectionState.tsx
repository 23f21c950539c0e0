import { Loader } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useConnection } from "../../live/LiveContext.ts";
import classes from "./ConnectionState.module.css";

/** Silent while all is well; says when the host is away, and, for a moment, that it is back. */
export function ConnectionState() {
  const connection = useConnection();
  return (
    <div role="status" className={classes.place}>
      {connection.state === "retrying" && (
        <span className={classes.away}>
          <Loader size={12} color="var(--wb-warn)" /> Reconnecting…
        </span>
      )}
      {connection.state === "open" && connection.hasReturned && (
        <span className={classes.back}>
          <IconCircleCheck size={16} aria-hidden /> Back, nothing missed
        </span>
      )}
    </div>
  );
}
