import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { readAgain } from "./readAgain.ts";

/** A list on screen, each reading of which waits until it is answered. */
function listOnScreen() {
  const cache = new QueryClient();
  const readings: PromiseWithResolvers<string>[] = [];
  const queryFn = (): Promise<string> => {
    const reading = Promise.withResolvers<string>();
    readings.push(reading);
    return reading.promise;
  };
  const observer = new QueryObserver(cache, { queryKey: ["list"], queryFn });
  observer.subscribe(() => undefined);
  return { cache, readings, shown: () => cache.getQueryData(["list"]) };
}

test("a change that comes while the list is read for the first time is read afterwards", async () => {
  const { cache, readings, shown } = listOnScreen();
  readAgain(cache, { queryKey: ["list"] });
  readings[0]?.resolve("before the change");
  await vi.waitFor(() => expect(readings).toHaveLength(2));
  readings[1]?.resolve("after it");
  await vi.waitFor(() => expect(shown()).toBe("after it"));
});

test("changes that come faster than answers neither hold a list back nor pile up readings", async () => {
  const { cache, readings, shown } = listOnScreen();
  readings[0]?.resolve("at first");
  await vi.waitFor(() => expect(shown()).toBe("at first"));
  for (let change = 0; change < 5; change += 1) readAgain(cache, { queryKey: ["list"] });
  expect(readings).toHaveLength(2);
  readings[1]?.resolve("after the first change");
  await vi.waitFor(() => expect(readings).toHaveLength(3));
  expect(shown()).toBe("after the first change");
  readings[2]?.resolve("after the last");
  await vi.waitFor(() => expect(shown()).toBe("after the last"));
  expect(readings).toHaveLength(3);
});

test("what could not be read and is not on screen is read when it is shown next", async () => {
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const queryKey = ["exchange"];
  const failed = cache.fetchQuery({ queryKey, queryFn: () => Promise.reject(new Error("away")) });
  await expect(failed).rejects.toThrow("away");
  readAgain(cache, { queryKey });
  const observer = new QueryObserver(cache, { queryKey, queryFn: async () => "there", retryOnMount: false });
  observer.subscribe(() => undefined);
  await vi.waitFor(() => expect(cache.getQueryData(queryKey)).toBe("there"));
});

test("a reading that fails is followed by another, too", async () => {
  const { cache, readings, shown } = listOnScreen();
  cache.setDefaultOptions({ queries: { retry: false } });
  readAgain(cache, { queryKey: ["list"] });
  readings[0]?.reject(new Error("gone"));
  await vi.waitFor(() => expect(readings).toHaveLength(2));
  readings[1]?.resolve("back");
  await vi.waitFor(() => expect(shown()).toBe("back"));
});
