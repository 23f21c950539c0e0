import type { Exchange } from "../../../../core/exchange/exchange.ts";
import type { ExportFormat } from "../../../../core/formats/export/exportFormat.ts";
import { type ExportFormatName, exportFormats } from "../../../../core/formats/export/exportFormats.ts";
import { ExportRefused, writeOutput } from "../../../host/export/exportOutput.ts";
import { version } from "../../../version.ts";
import { wrongUsage } from "../../exitCodes.ts";
import { print } from "../../outputStreams.ts";
import { openSessionSource, type SessionSource } from "../../sessionSource.ts";

export interface ExportOptions {
  readonly session: string;
  readonly format: ExportFormatName;
  readonly out: string;
  readonly filter: string;
  readonly dataDir: string;
}

/** Where an exported test or stub finds the workbench unless its environment says otherwise. */
const origin = "http://localhost:8020";

export async function exportSession({
  session: asked,
  format: name,
  out,
  filter,
  dataDir,
}: ExportOptions): Promise<void> {
  await using source = await openSessionSource(asked, dataDir, filter);
  const format: ExportFormat = exportFormats[name];
  let exchanges = 0;
  async function* counted({ exchanges: read }: SessionSource): AsyncGenerator<Exchange> {
    for (const exchange of read()) {
      exchanges += 1;
      yield exchange;
    }
  }
  const chunks = format.write(counted(source), {
    session: source.session,
    compatUrl: `${origin}/klaviyo/v1`,
    nativeUrl: `${origin}/v1`,
    version,
    now: new Date().toISOString(),
  });
  try {
    await writeOutput(format, chunks, out);
  } catch (fault) {
    throw fault instanceof ExportRefused ? wrongUsage(fault.message) : fault;
  }
  await print(`${JSON.stringify({ session: source.session.id, format: name, out, exchanges })}\n`);
}
