import { expect, test } from "vitest";
import { klaviyoEvent } from "../host.fixture.ts";
import { laneOf } from "./lanes.ts";

const laneOfEvent = (attributes: object) => {
  const event = klaviyoEvent({ profile: { data: { type: "profile", attributes } } });
  return laneOf({ endpoint: "events" }, Buffer.from(JSON.stringify(event)));
};

test("requests of one person stay in order, in whatever case their email is written", () => {
  expect(laneOfEvent({ email: "Ada@Example.com" })).toEqual(laneOfEvent({ email: "ada@example.com" }));
  expect(laneOfEvent({ email: "bob@example.com" })).not.toEqual(laneOfEvent({ email: "ada@example.com" }));
});
