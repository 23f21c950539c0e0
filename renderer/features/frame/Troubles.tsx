import { IconDatabaseX, IconPlugConnectedX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { away, startedAnew } from "../../client/describeError.ts";
import { shell } from "../../client/shell.ts";
import type { Connection } from "../../live/connection.ts";
import { useConnection, useStatus } from "../../live/LiveContext.ts";
import classes from "./Troubles.module.css";

/** Why the shell has no host running, where it says so. */
function useHostDown(): string | null {
  const [message, setMessage] = useState<string | null>(null);
  useEffect(() => shell.onHostDown?.(setMessage), []);
  return message;
}

/** What comes back at once needs no more words than that the page reconnects. */
const patientAttempts = 4;

/** What became of the host, as far as the page can tell; null while it answers. */
function disconnectedText(connection: Connection): string | null {
  const isAway = connection.state === "retrying" && connection.attempt > patientAttempts;
  const text = connection.state === "refused" ? startedAnew : isAway ? away : undefined;
  return text ? `${text.title}. ${text.detail}` : null;
}

/** Says, as long as it lasts, why nothing is answered or recorded, and what to do. */
export function Troubles() {
  const { recordingFault } = useStatus();
  const connection = useConnection();
  const disconnected = useHostDown() ?? disconnectedText(connection);
  const message = disconnected ?? recordingFault;
  if (message === null) return null;
  const Icon = disconnected === null ? IconDatabaseX : IconPlugConnectedX;
  return (
    <div className={classes.banner} role="alert">
      <Icon size={18} aria-hidden />
      <span>{message}</span>
    </div>
  );
}
