import { Skeleton, Stack } from "@mantine/core";
import { useState } from "react";
import type { ExportPreview } from "../../../../core/contract/exports.ts";
import { type ExportFormatName, exportFormats } from "../../../../core/formats/export/exportFormats.ts";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { countText } from "../../../ui/quantityText.ts";
import classes from "./ExportPreviewPane.module.css";
import { MaskedPanel } from "./MaskedPanel.tsx";
import { PreviewedFiles } from "./PreviewedFiles.tsx";

interface ExportPreviewPaneProps {
  readonly format: ExportFormatName;
  readonly preview: ExportPreview | undefined;
  readonly error: Error | null;
  /** What is shown is not yet that of the form. */
  readonly isStale: boolean;
  readonly onRetry: () => void;
}

type Shown = "files" | "masked";

/** What an export writes and what it masks, before it is made. */
export function ExportPreviewPane({ format, preview, error, isStale, onRetry }: ExportPreviewPaneProps) {
  const [wanted, setWanted] = useState<Shown>("files");
  if (error) return <ErrorState error={error} onRetry={onRetry} />;
  if (!preview) {
    return (
      <Stack p="md" gap="xs" role="status" aria-label="Preparing the preview">
        <Skeleton height={14} width="40%" />
        <Skeleton height={14} width="70%" />
        <Skeleton height={14} width="60%" />
      </Stack>
    );
  }
  const { masked, total } = preview;
  if (total === 0) return <p className={classes.note}>No exchange fits: there is nothing to export.</p>;
  const shown = masked ? wanted : "files";
  const places = masked?.counts.reduce((sum, count) => sum + count.places, 0) ?? 0;
  return (
    <section className={classes.pane} aria-label="Preview" data-stale={isStale || undefined}>
      <div className={classes.bar}>
        <fieldset className={classes.choices} aria-label="What the preview shows">
          <Choice isChosen={shown === "files"} onChoose={() => setWanted("files")}>
            What is written
          </Choice>
          {masked && (
            <Choice isChosen={shown === "masked"} onChoose={() => setWanted("masked")}>
              What is masked <span className={classes.count}>{places.toLocaleString("en-US")}</span>
            </Choice>
          )}
        </fieldset>
        <span className={classes.extent}>{isStale ? "Updating…" : extentText(preview)}</span>
      </div>
      {shown === "masked" && masked ? (
        <MaskedPanel masked={masked} />
      ) : (
        <PreviewedFiles files={preview.files} isCompressed={"compressed" in exportFormats[format]} />
      )}
    </section>
  );
}

function Choice(props: { isChosen: boolean; onChoose: () => void; children: React.ReactNode }) {
  return (
    <button type="button" className={classes.choice} aria-pressed={props.isChosen} onClick={props.onChoose}>
      {props.children}
    </button>
  );
}

/** How much of the export the preview is. */
function extentText({ written, learned, total, masked }: ExportPreview): string {
  if (written >= total) return total === 1 ? "The one exchange" : `All ${countText(total, "exchange")}`;
  const first = `The first ${written} of ${countText(total, "exchange")}`;
  return masked && learned < total
    ? `${first}, masked by what the first ${learned.toLocaleString("en-US")} hold; the export looks through all`
    : first;
}
