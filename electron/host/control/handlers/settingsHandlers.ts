import { parseRules } from "../../../../core/exchange/compare/parseRules.ts";
import { readAuthorization } from "../../../../core/klaviyo/authorization.ts";
import { fingerprintKey } from "../../fingerprint.ts";
import { host } from "../implementation.ts";

const malformedKey = "A key is ps_test_ or ps_live_ and 32 letters or digits.";

export const settingsHandlers = {
  update: host.settings.update.handler(async ({ context: { store, commit, statusSignal, retention }, input }) => {
    const settings = await commit(() => {
      const current = store.settings.get();
      return store.settings.update({
        recording: input.recording ?? current.recording,
        retention: input.retention ?? current.retention,
        upstream: input.upstream ?? current.upstream,
        rateLimit: input.rateLimit ?? current.rateLimit,
        metrics: input.metrics ?? current.metrics,
        faults: input.faults === undefined ? current.faults : input.faults,
        appearance: input.appearance ?? current.appearance,
      });
    });
    statusSignal.announce();
    if (input.retention) void retention.sweep();
    return settings;
  }),
  setEquivalence: host.settings.setEquivalence.handler(
    async ({ context: { store, commit, statusSignal }, input, errors }) => {
      const parsed = parseRules(input);
      if (!parsed.ok) {
        throw errors.BAD_REQUEST({ message: parsed.problems.map(({ message }) => `${message}.`).join(" ") });
      }
      const { rules, disabled } = parsed.set;
      const settings = await commit(() =>
        store.settings.update({ equivalence: { rules: [...rules], disabled: [...disabled] } }),
      );
      statusSignal.announce();
      return settings;
    },
  ),
  addKey: host.settings.addKey.handler(async ({ context: { store, commit, statusSignal }, input, errors }) => {
    const authorization = readAuthorization(`Bearer ${input.key}`);
    if (!authorization.ok) throw errors.BAD_REQUEST({ message: malformedKey });
    const fingerprint = fingerprintKey(authorization.key);
    if (store.settings.get().keys.some((key) => key.fingerprint === fingerprint)) {
      throw errors.CONFLICT({ message: `The key ${fingerprint} is defined already.` });
    }
    const key = { fingerprint, name: input.name, scopes: input.scopes };
    await commit(() => store.settings.addKey(key));
    statusSignal.announce();
    return key;
  }),
  removeKey: host.settings.removeKey.handler(async ({ context: { store, commit, statusSignal }, input, errors }) => {
    const removed = await commit(() => store.settings.removeKey(input.fingerprint));
    if (!removed) throw errors.NOT_FOUND({ message: "This key is no longer there." });
    statusSignal.announce();
  }),
};
