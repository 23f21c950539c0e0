import { describe, expect, it } from "vitest";
import { restartPolicy } from "./restartPolicy.ts";

describe("restartPolicy", () => {
  it("allows three deaths within a minute and refuses the fourth", () => {
    const policy = restartPolicy();
    expect([0, 100, 200, 300].map((at) => policy.mayRestart(at))).toEqual([true, true, true, false]);
  });

  it("forgets deaths that are a minute old", () => {
    const policy = restartPolicy();
    expect([0, 30_000, 59_000, 61_000].map((at) => policy.mayRestart(at))).toEqual([true, true, true, true]);
  });

  it("starts afresh when a person asks for another try", () => {
    const policy = restartPolicy();
    for (const at of [0, 1, 2, 3]) policy.mayRestart(at);
    policy.reset();
    expect(policy.mayRestart(4)).toBe(true);
  });
});
