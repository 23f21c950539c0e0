import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { type ExportRequest, exportsPath } from "../../../../core/contract/exports.ts";
import { isUnderWay } from "../../../../core/contract/jobs.ts";
import { orpc } from "../../../client/client.ts";
import { newSecret } from "./exportDraft.ts";

/** The address under which the file of an export is taken. */
export const exportAddress = (job: string): string => `${exportsPath}/${job}`;

/** Starts exports, and takes the file of one as soon as it is whole. Each export has a secret of its own, that of the preview before it. */
export function useExport(firstSecret: string) {
  const [secret, setSecret] = useState(firstSecret);
  const [job, setJob] = useState<string>();
  const taken = useRef<string>(undefined);
  const begin = useMutation(orpc.exports.start.mutationOptions());
  const jobs = useQuery(orpc.jobs.list.queryOptions({ enabled: false })).data;
  const current = jobs?.find(({ id }) => id === job);
  useEffect(() => {
    if (current?.state !== "done" || taken.current === current.id) return;
    taken.current = current.id;
    download(exportAddress(current.id));
  }, [current]);
  return {
    secret,
    isUnderWay: begin.isPending || (current !== undefined && isUnderWay(current)),
    start: (request: ExportRequest) =>
      void begin
        .mutateAsync(request)
        .then((started) => {
          setJob(started.job);
          setSecret(newSecret());
        })
        // A failed call shows a notice of its own.
        .catch(() => undefined),
  };
}

/** A browser puts the file into its downloads, the desktop asks where to. */
function download(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
}
