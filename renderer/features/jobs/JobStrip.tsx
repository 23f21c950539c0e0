import { UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { orpc } from "../../client/client.ts";
import { JobRow } from "./JobRow.tsx";
import classes from "./JobStrip.module.css";
import { announcementText, foldJobs } from "./jobText.ts";

const noJobs = [] as const;

/** The long work of the host: how far it is, the way to end it, and what came of it until that is dismissed. Takes no room while there is none. */
export function JobStrip() {
  const jobs = useQuery(orpc.jobs.list.queryOptions({ enabled: false })).data ?? noJobs;
  const [isUnfolded, setUnfolded] = useState(false);
  const [newest] = jobs;
  const { shown, folded } = foldJobs(jobs);
  return (
    <>
      <div className={classes.announcement} role="status">
        {newest && announcementText(newest)}
      </div>
      {jobs.length > 0 && (
        <section className={classes.strip} aria-label="Work">
          {[...shown, ...(isUnfolded ? folded : [])].map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
          {folded.length > 0 && (
            <UnstyledButton
              className={classes.more}
              aria-expanded={isUnfolded}
              onClick={() => setUnfolded(!isUnfolded)}
            >
              {isUnfolded ? <IconChevronDown size={14} aria-hidden /> : <IconChevronUp size={14} aria-hidden />}
              {folded.length} earlier
            </UnstyledButton>
          )}
        </section>
      )}
    </>
  );
}
