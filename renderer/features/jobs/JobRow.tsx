import { ActionIcon, Button, Progress, Tooltip } from "@mantine/core";
import { IconCircleCheck, IconCircleX, IconPlayerPause, IconPlayerPlay, IconX } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { isUnderWay, type Job } from "../../../core/contract/jobs.ts";
import { orpc } from "../../client/client.ts";
import classes from "./JobStrip.module.css";
import { jobKinds, jobResult } from "./jobKinds.tsx";
import { progressText } from "./jobText.ts";

/** One piece of work. */
export function JobRow({ job }: { job: Job }) {
  const { state, label } = job;
  const Icon = state === "done" ? IconCircleCheck : state === "failed" ? IconCircleX : jobKinds[job.kind].icon;
  return (
    <div className={classes.row} data-state={state}>
      <Icon size={17} stroke={1.6} className={classes.icon} data-state={state} aria-hidden />
      <span className={classes.label} title={label}>
        {label}
      </span>
      {isUnderWay(job) ? <UnderWay job={job} /> : <Ended job={job} />}
    </div>
  );
}

function UnderWay({ job }: { job: Job }) {
  const { id, label, state, canPause, fraction } = job;
  const cancel = useMutation(orpc.jobs.cancel.mutationOptions());
  const pause = useMutation(orpc.jobs.pause.mutationOptions());
  const resume = useMutation(orpc.jobs.resume.mutationOptions());
  return (
    <>
      <div className={classes.course}>
        <Progress
          className={classes.bar ?? ""}
          size="sm"
          value={fraction === null ? 100 : fraction * 100}
          animated={fraction === null && state === "running"}
          aria-label={label}
        />
        <span className={classes.progress}>{progressText(job)}</span>
      </div>
      <span className={classes.actions}>
        {canPause && state === "running" && (
          <Tooltip label="Pause">
            <ActionIcon aria-label={`Pause: ${label}`} onClick={() => pause.mutate({ id })}>
              <IconPlayerPause size={16} />
            </ActionIcon>
          </Tooltip>
        )}
        {state === "paused" && (
          <Tooltip label="Go on">
            <ActionIcon aria-label={`Go on: ${label}`} onClick={() => resume.mutate({ id })}>
              <IconPlayerPlay size={16} />
            </ActionIcon>
          </Tooltip>
        )}
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Cancel: ${label}`}
          disabled={state === "stopping"}
          onClick={() => cancel.mutate({ id })}
        >
          Cancel
        </Button>
      </span>
    </>
  );
}

function Ended({ job }: { job: Job }) {
  const { id, label, state, message } = job;
  const dismiss = useMutation(orpc.jobs.dismiss.mutationOptions());
  return (
    <>
      {message !== null && <span className={classes.message}>{message}</span>}
      <span className={classes.result}>
        {state === "cancelled" && "Cancelled."}
        {jobResult(job)}
      </span>
      <span className={classes.actions}>
        <Tooltip label="Dismiss">
          <ActionIcon aria-label={`Dismiss: ${label}`} onClick={() => dismiss.mutate({ id })}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </span>
    </>
  );
}
