import { IconAlertTriangle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { isUnderWay } from "../../../core/contract/jobs.ts";
import { orpc } from "../../client/client.ts";
import classes from "./LiveWork.module.css";

/** Says, as long as it lasts, that work sends to a host that is not this machine. */
export function LiveWork() {
  const jobs = useQuery(orpc.jobs.list.queryOptions({ enabled: false })).data ?? [];
  const live = jobs.filter((job) => job.live !== null && isUnderWay(job));
  if (live.length === 0) return null;
  return (
    <div className={classes.banner} role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <span>
        <strong>Live:</strong>{" "}
        {live.map(({ label, state }) => `${label}${state === "paused" ? ", paused" : ""}`).join("; ")}. What is sent
        there is real.
      </span>
    </div>
  );
}
