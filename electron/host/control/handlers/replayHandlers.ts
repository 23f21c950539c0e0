import { ReplayRefused } from "../../replay/replays.ts";
import { host } from "../implementation.ts";
import { checkFilter } from "./checkFilter.ts";

/** Answers with what a call of the replays resolves with, or throws what `conflict` makes of its refusal. */
async function admitted<T>(call: () => T, conflict: (data: { message: string }) => Error): Promise<Awaited<T>> {
  try {
    return await call();
  } catch (fault) {
    throw fault instanceof ReplayRefused ? conflict({ message: fault.message }) : fault;
  }
}

export const replayHandlers = {
  plan: host.replays.plan.handler(({ context, input: { session, settings, tier }, errors }) => {
    checkFilter(settings.filter, errors);
    return admitted(() => context.replays.plan(session, settings, tier), errors.CONFLICT);
  }),
  arm: host.replays.arm.handler(({ context, input }) => context.replays.arm(input.session, input.target)),
  start: host.replays.start.handler(({ context, input: { session, settings, key }, errors }) => {
    checkFilter(settings.filter, errors);
    return admitted(() => context.replays.start(session, settings, key || undefined), errors.CONFLICT);
  }),
  resume: host.replays.resume.handler(({ context, input: { session, key }, errors }) =>
    admitted(() => context.replays.resume(session, key || undefined), errors.CONFLICT),
  ),
  again: host.replays.again.handler(({ context, input: { session, key }, errors }) =>
    admitted(() => context.replays.again(session, key || undefined), errors.CONFLICT),
  ),
  list: host.replays.list.handler(async ({ context: { store, replays }, input }) => {
    const found = await store.reader.listReplays(input.session);
    return found.map((replay) => {
      const job = replays.jobOf(replay.session);
      const isUnfinished = job === null && replay.endedAt === null;
      return { ...replay, job, isUnderWayElsewhere: isUnfinished && store.replays.isClaimed(replay.session) };
    });
  }),
  results: host.replays.results.handler(({ context, input }) => context.store.reader.listReplayResults(input)),
};
