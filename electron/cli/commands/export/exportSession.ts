import type { Exchange, Session } from "../../../../core/exchange/exchange.ts";
import type { PointerPattern } from "../../../../core/exchange/pattern/pointerPattern.ts";
import type { ExportFormat } from "../../../../core/formats/export/exportFormat.ts";
import { type ExportFormatName, exportFormats } from "../../../../core/formats/export/exportFormats.ts";
import { ExportRefused, writeOutput } from "../../../host/export/exportOutput.ts";
import { LeakFound, maskSession } from "../../../host/export/maskSession.ts";
import { version } from "../../../version.ts";
import { CommandEnd, exitCodes, wrongUsage } from "../../exitCodes.ts";
import { print } from "../../outputStreams.ts";
import { openSessionSource } from "../../sessionSource.ts";

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

/** Where an exported test or stub finds the workbench unless its environment says otherwise. */
const origin = "http://localhost:8020";

/** Notes are a person's own words: a masked export goes without. */
function shownSession(session: Session, isMasked: boolean): Session {
  return isMasked ? { ...session, note: "" } : session;
}

export async function exportSession(options: ExportOptions): Promise<void> {
  const { session: asked, format: name, out, filter, mask, alsoMask, keep, dataDir } = options;
  await using source = await openSessionSource(asked, dataDir, filter);
  const format: ExportFormat = exportFormats[name];
  const masked = mask ? maskSession(() => source.exchanges(), { keep, add: alsoMask }) : undefined;
  let exchanges = 0;
  async function* counted(): AsyncGenerator<Exchange> {
    for (const exchange of masked?.exchanges() ?? source.exchanges()) {
      exchanges += 1;
      yield exchange;
    }
  }
  const chunks = format.write(counted(), {
    session: shownSession(source.session, masked !== undefined),
    compatUrl: `${origin}/klaviyo/v1`,
    nativeUrl: `${origin}/v1`,
    version,
    now: new Date().toISOString(),
  });
  try {
    await writeOutput(format, chunks, out, masked?.check);
  } catch (fault) {
    if (fault instanceof ExportRefused) throw wrongUsage(fault.message);
    throw fault instanceof LeakFound ? new CommandEnd(exitCodes.failed, fault.message) : fault;
  }
  const values = masked?.counts().map(({ kind, values: count }) => [kind, count]);
  const line = {
    session: source.session.id,
    format: name,
    out,
    exchanges,
    masked: values ? Object.fromEntries(values) : null,
  };
  await print(`${JSON.stringify(line)}\n`);
}
