import { host } from "../implementation.ts";
import { liveEvents } from "../live/liveEvents.ts";
import { readStatus } from "../readStatus.ts";

export const workbenchHandlers = {
  status: host.workbench.status.handler(({ context }) => readStatus(context)),
  events: host.workbench.events.handler(({ context, lastEventId, signal }) =>
    liveEvents(context, lastEventId, signal ? AbortSignal.any([signal, context.closing]) : context.closing),
  ),
};
