import type { Session } from "../../../../core/exchange/exchange.ts";
import { startCopy, startJoin, startSplit } from "../../sessions/startRearrange.ts";
import type { Store } from "../../store/store.ts";
import type { ControlContext } from "../controlContext.ts";
import { host } from "../implementation.ts";
import { checkFilter } from "./checkFilter.ts";

const gone = { message: "This session is no longer there." };

function sessionsOf({ sessions }: Store, ids: readonly string[]): Session[] {
  return ids.flatMap((id) => sessions.get(id) ?? []);
}

function rearranging({ store, jobs, statusSignal }: ControlContext) {
  return { store, jobs, onChanged: statusSignal.announce };
}

export const rearrangeHandlers = {
  copy: host.sessions.copy.handler(({ context, input, errors }) => {
    const found = sessionsOf(context.store, input.sessions);
    const [first] = found;
    if (!first || found.length < input.sessions.length) throw errors.NOT_FOUND(gone);
    const label = found.length === 1 ? `Copy of “${first.name}”` : `Merge of ${found.length} sessions`;
    return { job: startCopy(rearranging(context), label, input) };
  }),
  split: host.sessions.split.handler(({ context, input, errors }) => {
    const session = context.store.sessions.get(input.id);
    if (!session) throw errors.NOT_FOUND(gone);
    checkFilter(input.filter, errors);
    const label = `Split of “${session.name}”`;
    return { job: startSplit(rearranging(context), label, { ...input, session: session.id }) };
  }),
  join: host.sessions.join.handler(({ context, input, errors }) => {
    const session = context.store.sessions.get(input.id);
    if (!session) throw errors.NOT_FOUND(gone);
    return { job: startJoin(rearranging(context), `Undo of the split into “${session.name}”`, session.id) };
  }),
};
