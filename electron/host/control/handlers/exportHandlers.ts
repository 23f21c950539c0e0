import { exportPreviewSchema } from "../../../../core/contract/exports.ts";
import { runExportTask } from "../../export/runExportTask.ts";
import { startExport } from "../../export/startExport.ts";
import type { ControlContext } from "../controlContext.ts";
import { host } from "../implementation.ts";
import { checkFilter } from "./checkFilter.ts";

const gone = { message: "This session is no longer there." };

/** Exported tests and stubs find this workbench where it runs. */
const originOf = ({ compatUrl }: ControlContext): string => new URL(compatUrl).origin;

async function countOf(
  { store }: ControlContext,
  { session, exchange, filter }: { session: string; exchange?: string | undefined; filter: string },
): Promise<number> {
  if (exchange !== undefined) return 1;
  return (await store.reader.listExchanges({ session, filter, limit: 1 })).total;
}

export const exportHandlers = {
  preview: host.exports.preview.handler(async ({ context, input, errors, signal }) => {
    const { store } = context;
    if (!store.sessions.get(input.session)) throw errors.NOT_FOUND(gone);
    checkFilter(input.filter, errors);
    const task = { dataDir: store.dataDir, request: input, origin: originOf(context) };
    const [preview, total] = await Promise.all([
      runExportTask(task, signal ? { signal } : {}),
      countOf(context, input),
    ]);
    return exportPreviewSchema
      .omit({ total: true })
      .transform((shown) => ({ ...shown, total }))
      .parse(preview);
  }),
  start: host.exports.start.handler(async ({ context, input, errors }) => {
    const { store, jobs } = context;
    const session = store.sessions.get(input.session);
    if (!session) throw errors.NOT_FOUND(gone);
    checkFilter(input.filter, errors);
    const total = await countOf(context, input);
    const job = startExport({ jobs, dataDir: store.dataDir, origin: originOf(context) }, input, {
      name: session.name,
      total,
    });
    return { job };
  }),
};
