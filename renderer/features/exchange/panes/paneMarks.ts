import type { Finding } from "../../../../core/translation/finding.ts";
import type { PayloadMark } from "../../../ui/payload/payloadMarks.ts";
import type { Trace } from "../provenance/trace.ts";
import type { PaneModel } from "./paneModels.ts";

/** What marks have to know of a pane. */
export type MarkedPane = Pick<PaneModel, "pane" | "base">;

const underlined = { refused: "bad", lost: "warn", changed: "warn" } as const;

/** A pointer of the whole as the pane's text counts; undefined where the text does not show that place. */
export function localPointer({ base }: Pick<PaneModel, "base">, pointer: string): string | undefined {
  if (pointer === base) return "";
  return pointer.startsWith(`${base}/`) ? pointer.slice(base.length) : undefined;
}

function findingMarks(model: MarkedPane, findings: readonly Finding[]): PayloadMark[] {
  if (model.pane !== "klaviyo-request") return [];
  return findings.flatMap(({ kind, pointer, message }) => {
    const local = localPointer(model, pointer);
    return local !== undefined && (kind === "refused" || kind === "lost" || kind === "changed")
      ? [{ pointer: local, kind: underlined[kind], title: message }]
      : [];
  });
}

/** What is marked in a pane: the way that is shown, and the fields that a finding is about. */
export function paneMarks(
  model: MarkedPane,
  trace: Trace | undefined,
  findings: readonly Finding[],
): readonly PayloadMark[] {
  const traced = (trace?.places ?? []).flatMap(({ pane, pointer }): PayloadMark[] => {
    const local = pane === model.pane ? localPointer(model, pointer) : undefined;
    return local === undefined || local === "" ? [] : [{ pointer: local, kind: "trace" }];
  });
  return [...traced, ...findingMarks(model, findings)];
}
