import { useQuery } from "@tanstack/react-query";
import { orpc } from "../../client/client.ts";
import { JobRow } from "./JobRow.tsx";
import classes from "./JobStrip.module.css";
import { announcementText, orderJobs } from "./jobText.ts";

const noJobs = [] as const;

/** The long work of the host: how far it is, the way to end it, and what came of it until that is dismissed. Takes no room while there is none. */
export function JobStrip() {
  const jobs = useQuery(orpc.jobs.list.queryOptions({ enabled: false })).data ?? noJobs;
  const [newest] = jobs;
  return (
    <>
      <div className={classes.announcement} role="status">
        {newest && announcementText(newest)}
      </div>
      {jobs.length > 0 && (
        <section className={classes.strip} aria-label="Work">
          {orderJobs(jobs).map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </section>
      )}
    </>
  );
}
