import { host } from "../implementation.ts";

const gone = { message: "This work has ended or is no longer there." };

export const jobHandlers = {
  list: host.jobs.list.handler(({ context }) => context.jobs.list()),
  cancel: host.jobs.cancel.handler(({ context, input, errors }) => {
    if (!context.jobs.cancel(input.id)) throw errors.NOT_FOUND(gone);
  }),
  pause: host.jobs.pause.handler(({ context, input, errors }) => {
    if (!context.jobs.pause(input.id))
      throw errors.CONFLICT({ message: "This work does not run, or cannot be paused." });
  }),
  resume: host.jobs.resume.handler(({ context, input, errors }) => {
    if (!context.jobs.resume(input.id)) throw errors.CONFLICT({ message: "This work is not paused." });
  }),
  dismiss: host.jobs.dismiss.handler(async ({ context, input, errors }) => {
    if (!(await context.jobs.dismiss(input.id)))
      throw errors.CONFLICT({ message: "This work still runs. Cancel it first." });
  }),
};
