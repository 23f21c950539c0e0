import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { importPath } from "../../../../core/contract/jobs.ts";
import { startImport } from "../../import/startImport.ts";
import type { ControlContext } from "../controlContext.ts";

/** `name` is that of the file, "" for a paste. */
const querySchema = z.object({ name: z.string().max(255).catch("") });

/** Takes a file that is to be imported as the body of a request, and answers when the work has ended, however it did. Its record tells how. */
export function takeImports(app: FastifyInstance, { store, jobs, statusSignal }: ControlContext): void {
  // The bytes go to the importer as they come: a file of any size takes no room here.
  app.addContentTypeParser("application/octet-stream", (_request, _payload, done) => done(null));
  app.post(importPath, async (request, reply) => {
    const { name } = querySchema.parse(request.query);
    const length = Number(request.headers["content-length"]) || undefined;
    const job = startImport({ store, jobs }, { name, length, open: (signal) => bytesOf(request, signal) });
    await jobs.ended(job);
    statusSignal.announce();
    return reply.header("cache-control", "no-store").send({ job });
  });
}

/**
 * The bytes of a request until it ends or the signal aborts. What is not wanted any more is still taken off the wire: a browser that cannot send the rest of a
 * file does not read the answer.
 */
async function* bytesOf({ raw }: FastifyRequest, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const source: AsyncIterator<Buffer> = raw.iterator({ destroyOnReturn: false });
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => aborted.reject(signal.reason);
  signal.addEventListener("abort", abort, { once: true });
  // Nobody may be waiting when it is rejected.
  aborted.promise.catch(() => undefined);
  try {
    for (;;) {
      const next = await Promise.race([source.next(), aborted.promise]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    signal.removeEventListener("abort", abort);
    void drain(source);
  }
}

async function drain(source: AsyncIterator<Buffer>): Promise<void> {
  try {
    while (!(await source.next()).done);
  } catch {
    // The client went away: there is nothing left to take.
  }
}
