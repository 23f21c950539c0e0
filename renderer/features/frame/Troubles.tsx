import { IconDatabaseX, IconPlugConnectedX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { shell } from "../../client/shell.ts";
import { useStatus } from "../../live/LiveContext.ts";
import classes from "./Troubles.module.css";

/** Why the shell has no host running, where it says so. */
function useHostDown(): string | null {
  const [message, setMessage] = useState<string | null>(null);
  useEffect(() => shell.onHostDown?.(setMessage), []);
  return message;
}

/** Says, as long as it lasts, why nothing is answered or recorded, and what to do. */
export function Troubles() {
  const { recordingFault } = useStatus();
  const hostDown = useHostDown();
  const message = hostDown ?? recordingFault;
  if (message === null) return null;
  const Icon = hostDown === null ? IconDatabaseX : IconPlugConnectedX;
  return (
    <div className={classes.banner} role="alert">
      <Icon size={18} aria-hidden />
      <span>{message}</span>
    </div>
  );
}
