import { host } from "../implementation.ts";

export const sandboxHandlers = {
  properties: host.sandbox.properties.handler(({ context }) => context.store.reader.listProperties()),
  profiles: host.sandbox.profiles.handler(({ context, input }) =>
    context.store.reader.listProfiles(input.property, input.search, input.offset, input.limit),
  ),
  profile: host.sandbox.profile.handler(async ({ context, input, errors }) => {
    const profile = await context.store.reader.getProfile(input.property, input.id);
    if (!profile) throw errors.NOT_FOUND({ message: "This profile is no longer there." });
    return { profile };
  }),
  events: host.sandbox.events.handler(({ context, input }) =>
    context.store.reader.listEvents(input.property, input.profile, input.offset, input.limit),
  ),
  /** The commit itself tells the live streams. */
  reset: host.sandbox.reset.handler(({ context: { store, commit }, input }) =>
    commit(() => store.sandbox.reset(input.property)),
  ),
};
