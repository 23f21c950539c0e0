import { commitWrite } from "../commitWrite.ts";
import { host } from "../implementation.ts";

const gone = { message: "This session is no longer there." };

export const sessionHandlers = {
  list: host.sessions.list.handler(({ context }) => context.store.sessions.list()),
  create: host.sessions.create.handler(async ({ context: { store, statusSignal }, input }) => {
    const session = await commitWrite(store, () => {
      const created = store.sessions.create(input.name);
      return store.sessions.open(created.id) ?? created;
    });
    statusSignal.announce();
    return session;
  }),
  rename: host.sessions.rename.handler(async ({ context: { store, statusSignal }, input, errors }) => {
    const session = await commitWrite(store, () => store.sessions.rename(input.id, input.name));
    if (!session) throw errors.NOT_FOUND(gone);
    statusSignal.announce();
    return session;
  }),
  open: host.sessions.open.handler(async ({ context: { store, statusSignal }, input, errors }) => {
    const session = await commitWrite(store, () => store.sessions.open(input.id));
    if (!session) throw errors.NOT_FOUND(gone);
    statusSignal.announce();
    return session;
  }),
  remove: host.sessions.remove.handler(async ({ context: { store, statusSignal }, input, errors }) => {
    const open = await commitWrite(store, () => store.sessions.remove(input.id));
    if (open === undefined) throw errors.NOT_FOUND(gone);
    statusSignal.announce();
    return { open };
  }),
};
