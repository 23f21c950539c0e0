import { Progress } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { orpc } from "../../client/client.ts";
import { progressText } from "../jobs/jobText.ts";
import classes from "./WorkProgress.module.css";

/** How far work is whose result belongs here. The strip below has the way to cancel it. */
export function WorkProgress({ id, text }: { id: string | undefined; text: string }) {
  const job = useQuery(orpc.jobs.list.queryOptions({ enabled: false })).data?.find((each) => each.id === id);
  return (
    <div className={classes.progress} role="status">
      <span>{text}</span>
      {job && job.done > 0 && (
        <>
          <Progress
            className={classes.bar ?? ""}
            size="sm"
            value={(job.fraction ?? 0) * 100}
            aria-label={`Progress: ${text}`}
          />
          <span>{progressText(job)}</span>
        </>
      )}
    </div>
  );
}
