import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { exportsPath } from "../../../../core/contract/exports.ts";
import { exportsFolder } from "../../export/startExport.ts";
import type { ControlContext } from "../controlContext.ts";

/** Gives out what an export wrote, as a download. */
export function giveExports(app: FastifyInstance, { store, jobs }: ControlContext): void {
  app.get<{ Params: { job: string } }>(`${exportsPath}/:job`, (request, reply) => {
    const job = jobs.get(request.params.job);
    reply.header("cache-control", "no-store");
    if (job?.kind !== "export" || job.state !== "done" || !job.result) {
      return reply.code(404).type("text/plain").send("This export is no longer there. Export again.\n");
    }
    const { fileName, bytes } = job.result;
    return reply
      .type("application/octet-stream")
      .header("content-length", bytes)
      .header("content-disposition", `attachment; filename="${fileName}"`)
      .send(createReadStream(join(exportsFolder(store.dataDir), job.id, fileName)));
  });
}
