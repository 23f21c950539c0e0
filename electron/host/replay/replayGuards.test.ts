import { expect, test } from "vitest";
import { openHost } from "../host.fixture.ts";
import { ended, record, settings, standIn } from "./replays.fixture.ts";

test("neither side of a replay under way is deleted, and who wants to is told what needs it", async () => {
  await using here = await openHost({ rateLimit: "off" });
  const session = await record(here, 1);
  const release = Promise.withResolvers<void>();
  await using target = await standIn(async () => {
    await release.promise;
    return 202;
  });
  const { replays, sessions } = here.client;
  const started = await replays.start({ session, settings: target.settings });
  for (const id of [session, started.session]) {
    await expect(sessions.remove({ id })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("Replay of First session"),
    });
  }
  release.resolve();
  expect(await ended(here.client, started.job)).toMatchObject({ state: "done" });
  await sessions.remove({ id: started.session });
});
