import { expect, test } from "vitest";
import { createActionRegistry } from "./actionRegistry.ts";

test("an action runs while it is registered and not after", () => {
  const registry = createActionRegistry();
  const runs: string[] = [];
  const unregister = registry.register("send", () => runs.push("send"));
  expect(registry.run("send")).toBe(true);
  unregister();
  expect(registry.run("send")).toBe(false);
  expect(runs).toEqual(["send"]);
});

test("the latest registration wins, and the one before comes back when it goes", () => {
  const registry = createActionRegistry();
  const runs: string[] = [];
  registry.register("focus-filter", () => runs.push("traffic"));
  const unregister = registry.register("focus-filter", () => runs.push("items"));
  registry.run("focus-filter");
  unregister();
  registry.run("focus-filter");
  expect(runs).toEqual(["items", "traffic"]);
});

test("listeners hear of each change, and the set stays the same object between changes", () => {
  const registry = createActionRegistry();
  let changes = 0;
  registry.subscribe(() => {
    changes += 1;
  });
  registry.register("send", () => {});
  expect(registry.available()).toBe(registry.available());
  expect([...registry.available()]).toEqual(["send"]);
  expect(changes).toBe(1);
});
