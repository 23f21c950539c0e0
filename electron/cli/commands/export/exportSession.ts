import type { PointerPattern } from "../../../../core/exchange/pattern/pointerPattern.ts";
import type { ExportFormatName } from "../../../../core/formats/export/exportFormats.ts";
import { recordedOrigin } from "../../../../core/formats/export/recordedOrigin.ts";
import { ExportRefused } from "../../../host/export/exportOutput.ts";
import { LeakFound } from "../../../host/export/maskExport.ts";
import { writeExport } from "../../../host/export/writeExport.ts";
import { CommandEnd, exitCodes, wrongUsage } from "../../exitCodes.ts";
import { refuseNothing } from "../../nothingSelected.ts";
import { print } from "../../outputStreams.ts";
import { openSessionSource } from "../../sessionSource.ts";
import { stopSignal } from "../../stopSignal.ts";

export interface ExportOptions {
  readonly session: string;
  readonly format: ExportFormatName;
  readonly out: string;
  readonly filter: string;
  readonly mask: boolean;
  /** Places to mask besides. */
  readonly alsoMask: readonly PointerPattern[];
  readonly keep: readonly PointerPattern[];
  readonly dataDir: string;
}

/** Where a workbench is found unless it was started elsewhere. */
const standardOrigin = "http://localhost:8020";

export async function exportSession(options: ExportOptions): Promise<void> {
  const { session: asked, format, out, filter, mask, alsoMask, keep, dataDir } = options;
  const signal = stopSignal();
  await using source = await openSessionSource(asked, dataDir, { filter, inSnapshot: true });
  refuseNothing(source.arrivals(1).count, source.session, filter);
  const origin = recordedOrigin(source.hosts()) ?? standardOrigin;
  const masking = mask ? { keep, add: alsoMask } : undefined;
  try {
    const { exchanges, masked } = await writeExport({ source, format, masking, origin, out, signal });
    const values = masked && Object.fromEntries(masked.map(({ kind, values: count }) => [kind, count]));
    await print(`${JSON.stringify({ session: source.session.id, format, out, exchanges, masked: values })}\n`);
  } catch (fault) {
    throw explained(fault, signal);
  }
}

function explained(fault: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return new CommandEnd(exitCodes.failed, "The export was stopped. Nothing of it was kept.");
  if (fault instanceof ExportRefused) return wrongUsage(fault.message);
  if (fault instanceof LeakFound) {
    return new CommandEnd(exitCodes.failed, `${fault.message}\nSay so with --also-mask and --keep.`);
  }
  return fault;
}
