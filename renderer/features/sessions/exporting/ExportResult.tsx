import { Anchor } from "@mantine/core";
import type { JobResult } from "../../../../core/contract/jobs.ts";
import { bytesText, countText } from "../../../ui/quantityText.ts";
import { exportAddress } from "./useExport.ts";

/** What an export wrote, and the way to take it again. */
export function ExportResult({ job, result }: { job: string; result: JobResult<"export"> }) {
  const { fileName, bytes, exchanges, masked } = result;
  const places = masked?.reduce((sum, count) => sum + count.places, 0) ?? 0;
  return (
    <>
      {countText(exchanges, "exchange")} · {bytesText(bytes)} ·{" "}
      {masked ? `${countText(places, "place")} masked, searched for leaks` : "not masked"}
      <Anchor href={exportAddress(job)} download={fileName} title={fileName} size="sm">
        Download {fileName}
      </Anchor>
    </>
  );
}
