import { useEffect, useRef, useState } from "react";
import type { EndpointId } from "../../../../core/klaviyo/endpoints.ts";
import type { MetricTable } from "../../../../core/translation/translation.ts";
import type { DraftAnalysis, DraftInput } from "./draftAnalysis.ts";
import { type LatestOnly, latestOnly } from "./latestOnly.ts";

interface Draft {
  /** undefined where the request goes to none of the endpoints. */
  readonly endpoint: EndpointId | undefined;
  readonly text: string;
  readonly metrics: MetricTable;
  readonly item: number;
}

/** What the compat surface would make of the draft: the latest judgement, which may be a moment behind the typing. */
export function useDraftAnalysis({ endpoint, text, metrics, item }: Draft): DraftAnalysis | undefined {
  const [analysis, setAnalysis] = useState<DraftAnalysis>();
  const queue = useRef<LatestOnly<DraftInput>>(undefined);
  useEffect(() => {
    const worker = new Worker(new URL("./analysisWorker.ts", import.meta.url), { type: "module" });
    const latest = latestOnly<DraftInput>((input) => worker.postMessage(input));
    worker.addEventListener("message", ({ data }: MessageEvent<DraftAnalysis>) => {
      setAnalysis(data);
      latest.done();
    });
    worker.addEventListener("error", () => latest.done());
    queue.current = latest;
    return () => worker.terminate();
  }, []);
  useEffect(() => {
    if (endpoint !== undefined) queue.current?.ask({ endpoint, text, metrics, item, now: new Date().toISOString() });
  }, [endpoint, text, metrics, item]);
  return analysis?.endpoint === endpoint ? analysis : undefined;
}
