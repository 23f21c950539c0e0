import { host } from "../implementation.ts";

const gone = { message: "This session is no longer there." };

export const sessionHandlers = {
  list: host.sessions.list.handler(({ context }) => context.store.sessions.list()),
  expired: host.sessions.expired.handler(async ({ context: { store }, input }) => {
    const expired = await store.reader.findExpired(input, new Date().toISOString());
    return expired.map(({ positions, ...of }) => ({ ...of, exchanges: positions.length }));
  }),
  create: host.sessions.create.handler(async ({ context: { store, commit, statusSignal }, input }) => {
    const session = await commit(() => {
      const created = store.sessions.create(input.name);
      return store.sessions.open(created.id) ?? created;
    });
    statusSignal.announce();
    return session;
  }),
  update: host.sessions.update.handler(async ({ context: { store, commit, statusSignal }, input, errors }) => {
    const { id, ...change } = input;
    const session = await commit(() => store.sessions.update(id, change));
    if (!session) throw errors.NOT_FOUND(gone);
    statusSignal.announce();
    return session;
  }),
  open: host.sessions.open.handler(async ({ context: { store, commit, statusSignal }, input, errors }) => {
    const session = await commit(() => store.sessions.open(input.id));
    if (!session) throw errors.NOT_FOUND(gone);
    statusSignal.announce();
    return session;
  }),
  remove: host.sessions.remove.handler(async ({ context: { store, commit, jobs, statusSignal }, input, errors }) => {
    const work = jobs.workOn(input.id);
    if (work) {
      throw errors.CONFLICT({ message: `“${work.label}” needs this session. Cancel that first, or wait for its end.` });
    }
    if (store.replays.isBeingSent(input.id)) {
      throw errors.CONFLICT({
        message: "A replay that a command sends needs this session. End the command first, or wait for its end.",
      });
    }
    const open = await commit(() => store.sessions.remove(input.id));
    if (open === undefined) throw errors.NOT_FOUND(gone);
    statusSignal.announceRemoval();
    return { open };
  }),
  restore: host.sessions.restore.handler(async ({ context: { store, commit, statusSignal }, input, errors }) => {
    const session = await commit(() => store.sessions.restore(input.id));
    if (!session) throw errors.NOT_FOUND({ message: "This session was deleted for good meanwhile." });
    statusSignal.announceRemoval();
    return session;
  }),
  keepUnkept: host.sessions.keepUnkept.handler(async ({ context: { store, commit, statusSignal } }) => {
    const exchanges = await commit(() => store.unkept.keep());
    statusSignal.announceRemoval();
    return { exchanges };
  }),
  clearUnkept: host.sessions.clearUnkept.handler(async ({ context: { store, commit, statusSignal } }) => {
    await commit(() => store.unkept.clear());
    statusSignal.announceRemoval();
  }),
};
