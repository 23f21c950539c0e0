import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { klaviyoEvent } from "../host.fixture.ts";
import { LaneRunner, laneOf } from "./lanes.ts";

const laneOfEvent = (attributes: object) => {
  const event = klaviyoEvent({ profile: { data: { type: "profile", attributes } } });
  return laneOf({ endpoint: "events" }, Buffer.from(JSON.stringify(event)));
};

test("requests of one person stay in order, in whatever case their email is written", () => {
  expect(laneOfEvent({ email: "Ada@Example.com" })).toEqual(laneOfEvent({ email: "ada@example.com" }));
  expect(laneOfEvent({ email: "bob@example.com" })).not.toEqual(laneOfEvent({ email: "ada@example.com" }));
});

test("requests of a person whom one names by email and another by phone number stay in order behind one that names both", async () => {
  const runner = new LaneRunner(3);
  const both = Promise.withResolvers<void>();
  const done: string[] = [];
  const run = (name: string, attributes: object, wait?: Promise<void>) =>
    runner.add(laneOfEvent(attributes), async () => {
      await wait;
      done.push(name);
    });
  await run("both", { email: "ada@example.com", phone_number: "+15005550006" }, both.promise);
  await run("by phone", { phone_number: "+15005550006" });
  await run("another", { email: "bob@example.com" });
  await setImmediate();
  expect(done).toEqual(["another"]);
  both.resolve();
  await runner.idle();
  expect(done).toEqual(["another", "both", "by phone"]);
});
